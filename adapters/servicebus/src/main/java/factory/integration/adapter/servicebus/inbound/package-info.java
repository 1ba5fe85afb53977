/** Takes events from the inbound queue, and looks after those that were refused. */
@NullMarked
package factory.integration.adapter.servicebus.inbound;

import org.jspecify.annotations.NullMarked;
