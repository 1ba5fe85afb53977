/** Taking in events that come as messages. */
@NullMarked
package factory.integration.gateway.intake;

import org.jspecify.annotations.NullMarked;
