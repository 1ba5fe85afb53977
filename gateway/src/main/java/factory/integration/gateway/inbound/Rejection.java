package factory.integration.gateway.inbound;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * A call that was not taken.
 *
 * @param reason a name that programs can rely on
 * @param detail one sentence for people
 * @param headers as they came, proofs and credentials masked
 */
@Schema(name = "InboundRejection")
public record Rejection(
    Instant receivedAt,
    int status,
    String reason,
    String detail,
    int bodyBytes,
    Map<String, String> headers) {}
