package factory.integration.gateway.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes requests, checks their signatures and keeps the latest. */
final class Inbox {

  private static final int MAX_KEPT_BODY = 64 << 10;

  private final InboxSecrets secrets;
  private final InstantSource clock;
  private final Inboxes inboxes = new Inboxes();

  Inbox(InboxSecrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * @param headers by lower-case name
   */
  void receive(String name, Map<String, String> headers, byte[] body) {
    Instant now = clock.instant();
    Boolean valid = isSignatureValid(name, headers, body, now);
    int kept = Math.min(body.length, MAX_KEPT_BODY);
    String text = new String(body, 0, kept, StandardCharsets.UTF_8);
    inboxes.add(name, new InboxRequest(now, headers, text, valid));
  }

  private @Nullable Boolean isSignatureValid(
      String name, Map<String, String> headers, byte[] body, Instant now) {
    String id = headers.get("webhook-id");
    String timestamp = headers.get("webhook-timestamp");
    String signatures = headers.get("webhook-signature");
    if (id == null || timestamp == null || signatures == null) {
      return null;
    }
    List<String> known = secrets.of(name, now);
    if (known.isEmpty()) {
      return null;
    }
    SignatureCheck check = new SignatureCheck(id, timestamp, signatures, body);
    return known.stream().anyMatch(secret -> check.passes(secret, now));
  }

  List<InboxRequest> latest(String name) {
    return inboxes.latest(name);
  }
}
