/** Webhook subscriptions as they are now. */
@NullMarked
package factory.integration.query.subscription;

import org.jspecify.annotations.NullMarked;
