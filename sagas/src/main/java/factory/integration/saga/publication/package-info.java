/** Publishes facts in the canonical envelope. */
@NullMarked
package factory.integration.saga.publication;

import org.jspecify.annotations.NullMarked;
