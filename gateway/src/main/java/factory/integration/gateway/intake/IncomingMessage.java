package factory.integration.gateway.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that should hold an event.
 *
 * @param messageId the same when the message comes again; null: nobody named it
 * @param correlationId as the transport has it
 * @param properties what stands beside the body, as text
 * @param body JSON as for {@code POST /v1/events}, or the canonical envelope
 */
public record IncomingMessage(
    @Nullable String messageId,
    @Nullable String correlationId,
    Map<String, String> properties,
    byte[] body) {}
