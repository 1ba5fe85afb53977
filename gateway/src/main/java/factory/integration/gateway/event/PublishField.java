package factory.integration.gateway.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an event to publish, under each spelling that is accepted. */
public enum PublishField {
  EVENT_TYPE("eventType", "event_type"),
  DATA("data"),
  ENDPOINT_ID("endpointId", "endpoint_id"),
  OWNER_ID("ownerId", "owner_id"),
  URL("url"),
  SECRET("secret"),
  EVENT_TYPES("eventTypes", "event_types"),
  CUSTOM_HEADERS("customHeaders", "custom_headers"),
  IDEMPOTENCY_KEY("idempotencyKey", "idempotency_key"),
  ORDERING_KEY("orderingKey"),
  OCCURRED_AT("occurredAt"),
  PROJECT_ID("projectId"),
  MODULE_ID("moduleId");

  private static final Map<String, PublishField> BY_SPELLING = new HashMap<>();

  static {
    for (PublishField field : values()) {
      field.spellings.forEach(spelling -> BY_SPELLING.put(spelling, field));
    }
  }

  private final List<String> spellings;

  PublishField(String... spellings) {
    this.spellings = Arrays.asList(spellings);
  }

  static @Nullable PublishField spelled(String spelling) {
    return BY_SPELLING.get(spelling);
  }

  /** Its name in the documentation and in errors. */
  public String label() {
    return spellings.getFirst();
  }
}
