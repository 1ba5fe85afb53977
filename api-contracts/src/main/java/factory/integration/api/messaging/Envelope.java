package factory.integration.api.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The canonical envelope of every message on {@code factory.integration.*}.
 *
 * @param eventId {@code evt-} and the stored message's identifier: the same in a resend
 * @param eventType simple name of the fact
 * @param projectId set when the publisher named one
 * @param moduleId set when the publisher named one
 * @param traceId {@code trace-…}
 * @param correlationId {@code corr-…} or the caller's own
 * @param causationId identifier of the message that led to this fact
 * @param occurredAt UTC
 * @param payload what happened; absent where it is too long for a message
 * @param payloadRef path in the API where the payload can be read; absent where it is here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
    String eventId,
    String eventType,
    TenantId tenantId,
    @Nullable String projectId,
    @Nullable String moduleId,
    @Nullable String traceId,
    @Nullable String correlationId,
    @Nullable String causationId,
    Instant occurredAt,
    @Nullable Object payload,
    @Nullable String payloadRef) {

  /** Names of the application properties that mirror the envelope. */
  public static final String EVENT_TYPE_PROPERTY = "cs-event-type";

  public static final String TENANT_ID_PROPERTY = "cs-tenant-id";
  public static final String TRACE_ID_PROPERTY = "cs-trace-id";
  public static final String CORRELATION_ID_PROPERTY = "cs-correlation-id";
  public static final String SCHEMA_VERSION_PROPERTY = "cs-schema-version";
  public static final String EVENT_ID_PROPERTY = "cs-event-id";

  /** The same with a reference in the payload's place. */
  public Envelope referringTo(String path) {
    return new Envelope(
        eventId,
        eventType,
        tenantId,
        projectId,
        moduleId,
        traceId,
        correlationId,
        causationId,
        occurredAt,
        null,
        path);
  }
}
