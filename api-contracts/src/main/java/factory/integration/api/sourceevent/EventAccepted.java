package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event was taken in; it alone suffices to deliver.
 *
 * @param data the published JSON object, byte for byte as it came
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EventAccepted(
    EventId eventId,
    EventType eventType,
    String data,
    Routing routing,
    Map<String, String> customHeaders,
    @Nullable String orderingKey,
    @Nullable String idempotencyKey,
    Instant occurredAt)
    implements SourceEventEvent {

  public EventAccepted {
    customHeaders =
        customHeaders == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(customHeaders));
  }
}
