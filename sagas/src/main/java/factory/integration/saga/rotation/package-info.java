/** Rotates credentials: obtains a new version, has it checked, retires the one before. */
@NullMarked
package factory.integration.saga.rotation;

import org.jspecify.annotations.NullMarked;
