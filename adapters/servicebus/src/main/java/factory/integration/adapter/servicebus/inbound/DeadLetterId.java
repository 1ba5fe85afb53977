package factory.integration.adapter.servicebus.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Names a dead letter by its message id, in letters that stand in a path as they are. */
final class DeadLetterId {

  private static final String PREFIX = "bus-";

  private DeadLetterId() {}

  static String of(String messageId) {
    return PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(messageId.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when nothing has that name. */
  static Optional<String> messageId(String id) {
    if (!id.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
