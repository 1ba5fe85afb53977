/**
 * Inbound webhook sources: whom the platform takes webhooks from, how it verifies and reads them.
 */
@NullMarked
package factory.integration.api.inbound;

import org.jspecify.annotations.NullMarked;
