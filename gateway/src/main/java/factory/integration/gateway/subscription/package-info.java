/** The subscriptions of the management API. */
@NullMarked
package factory.integration.gateway.subscription;

import org.jspecify.annotations.NullMarked;
