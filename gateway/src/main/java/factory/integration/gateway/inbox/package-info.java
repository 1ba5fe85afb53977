/** A receiver for trying webhooks out: takes anything and shows it. */
@NullMarked
package factory.integration.gateway.inbox;

import org.jspecify.annotations.NullMarked;
