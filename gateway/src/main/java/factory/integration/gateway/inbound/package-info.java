/** Taking in the webhooks that vendors send. */
@NullMarked
package factory.integration.gateway.inbound;

import org.jspecify.annotations.NullMarked;
