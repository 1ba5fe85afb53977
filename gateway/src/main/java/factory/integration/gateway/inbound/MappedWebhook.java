package factory.integration.gateway.inbound;

import factory.integration.api.sourceevent.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook was made into.
 *
 * @param data absent where it is the whole body
 */
record MappedWebhook(EventType eventType, @Nullable String data, String deduplicationKey) {}
