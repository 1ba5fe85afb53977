/** Fan-out: decides which subscriptions get an event and asks for the deliveries. */
@NullMarked
package factory.integration.saga.routing;

import org.jspecify.annotations.NullMarked;
