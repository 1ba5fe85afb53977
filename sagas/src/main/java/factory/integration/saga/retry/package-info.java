/** Tries failed deliveries again when their time has come. */
@NullMarked
package factory.integration.saga.retry;

import org.jspecify.annotations.NullMarked;
