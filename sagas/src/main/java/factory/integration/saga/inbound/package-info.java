/** Lets webhooks that came in fan out as events. */
@NullMarked
package factory.integration.saga.inbound;

import org.jspecify.annotations.NullMarked;
