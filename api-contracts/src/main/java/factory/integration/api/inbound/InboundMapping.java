package factory.integration.api.inbound;

/**
 * What the platform makes of a vendor's webhook.
 *
 * @param eventType becomes the type of the event; {@code /} becomes a dot, other characters that a
 *     type can't have an underscore
 * @param payload becomes the data of the event: a JSON object
 * @param deduplicationKey tells a repeat from a new webhook
 */
public record InboundMapping(
    ValueSource eventType, ValueSource payload, ValueSource deduplicationKey) {}
