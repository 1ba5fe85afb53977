/** Webhook deliveries: commands, facts and the values they carry. */
@NullMarked
package factory.integration.api.delivery;

import org.jspecify.annotations.NullMarked;
