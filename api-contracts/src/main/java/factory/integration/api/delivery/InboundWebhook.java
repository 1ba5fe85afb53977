package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's webhook and the event it was made into.
 *
 * @param eventId of the event, also where it is not published
 * @param deduplicationKey what tells it from the source's other webhooks
 * @param body what was received and verified, byte for byte
 * @param mapped the event's data where it is not the whole body: a JSON object
 * @param publish whether the event is accepted as a source event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundWebhook(
    InboundSourceId sourceId,
    EventId eventId,
    EventType eventType,
    @Nullable String ownerId,
    String deduplicationKey,
    String body,
    @Nullable String mapped,
    boolean publish) {

  /** The event's data: JSON. */
  public String data() {
    return mapped == null ? body : mapped;
  }
}
