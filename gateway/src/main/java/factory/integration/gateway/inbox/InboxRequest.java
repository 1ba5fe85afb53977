package factory.integration.gateway.inbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to an inbox.
 *
 * @param body as text, at most 64 KiB of it
 * @param signatureValid null when it is not signed or nobody's secret is known to check it with
 */
record InboxRequest(
    Instant receivedAt,
    Map<String, String> headers,
    String body,
    @Nullable Boolean signatureValid) {

  private static final int HEADERS_SIZE = 1_024;

  /** About how much memory it takes. */
  long size() {
    return HEADERS_SIZE + 2L * body.length();
  }
}
