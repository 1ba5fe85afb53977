/** Webhook subscriptions: commands, facts, queries and views. */
@NullMarked
package factory.integration.api.subscription;

import org.jspecify.annotations.NullMarked;
