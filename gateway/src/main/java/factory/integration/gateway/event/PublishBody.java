package factory.integration.gateway.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * Describes an event to publish; {@link PublishRequestParser} reads it. Snake-case spellings such
 * as {@code event_type} are read too.
 */
@Schema(
    name = "PublishEvent",
    description =
        "An event. With endpointId it goes to that subscription only, with ownerId to the"
            + " subscriptions of that owner, with url and secret to that address, else to all"
            + " subscriptions of the tenant. Snake-case spellings (event_type, endpoint_id,"
            + " owner_id, custom_headers, idempotency_key, event_types) are accepted too.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record PublishBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "orderCreated") String eventType,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Map<String, Object> data,
    @Schema(description = "The subscription that alone gets the event.") String endpointId,
    @Schema(maxLength = 128) String ownerId,
    @Schema(description = "Where to deliver without a subscription.") String url,
    @Schema(description = "whsec_ and base64 of 24 to 64 bytes; signs for the url.") String secret,
    @Schema(description = "With a url: deliver only if the event's type matches.")
        List<String> eventTypes,
    @Schema(description = "Headers that endpoints receive; at most 20.")
        Map<String, String> customHeaders,
    @Schema(maxLength = 256, description = "The same key again is a duplicate, not delivered.")
        String idempotencyKey,
    @Schema(maxLength = 256, description = "Events of one key keep their order.")
        String orderingKey,
    @Schema(type = "string", format = "date-time") String occurredAt,
    @Schema(maxLength = 128) String projectId,
    @Schema(maxLength = 128) String moduleId) {

  /** Many events. */
  @Schema(name = "PublishEvents")
  record Batch(List<PublishBody> items) {}
}
