/** The events that are being delivered, at hand without a read where possible. */
@NullMarked
package factory.integration.saga.sourceevent;

import org.jspecify.annotations.NullMarked;
