package factory.integration.api.integrationevent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP, secrets masked.
 *
 * @param requestBody as it was sent, secrets masked
 * @param error what went wrong below HTTP
 */
public record CommunicationLogView(
    String method,
    String url,
    @Nullable Integer statusCode,
    Map<String, String> requestHeaders,
    @Nullable String requestBody,
    Map<String, String> responseHeaders,
    @Nullable String responseBody,
    Instant startedAt,
    long durationMillis,
    @Nullable String error) {}
