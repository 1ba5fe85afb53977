/** Keeps what failed for good, and stops sending to endpoints that are gone. */
@NullMarked
package factory.integration.saga.failure;

import org.jspecify.annotations.NullMarked;
