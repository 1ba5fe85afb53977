/** What every message shares: tenant, context, topics, the canonical envelope and refusals. */
@NullMarked
package factory.integration.api.messaging;

import org.jspecify.annotations.NullMarked;
