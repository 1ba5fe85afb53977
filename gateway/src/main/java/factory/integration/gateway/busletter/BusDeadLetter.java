package factory.integration.gateway.busletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the platform did not take from the bus.
 *
 * @param id names it here; made of the message id
 * @param messageId as it was when the message was refused
 * @param enqueuedAt when it was sent, by the sender's word
 * @param reason one word, such as {@code Unreadable}; absent where the bus keeps none
 * @param description a sentence for people
 * @param tenantId as its properties say
 * @param eventType as its properties say
 * @param properties what stands beside the body
 * @param body as text, to {@value #MAX_BODY} characters; absent when it is no text
 * @param bodyBytes how long the body is
 */
public record BusDeadLetter(
    String id,
    String messageId,
    @Nullable Instant enqueuedAt,
    @Nullable String reason,
    @Nullable String description,
    @Nullable String tenantId,
    @Nullable String eventType,
    @Nullable String correlationId,
    Map<String, String> properties,
    @Nullable String body,
    long bodyBytes) {

  /** How much of a body is shown. */
  public static final int MAX_BODY = 65_536;
}
