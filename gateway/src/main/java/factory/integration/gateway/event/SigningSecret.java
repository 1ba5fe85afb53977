package factory.integration.gateway.event;

import factory.integration.gateway.problem.FieldErrors;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that a publisher gives for a single address, in the form of Standard Webhooks. */
final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private SigningSecret() {}

  /** The secret with its prefix; null and an error when it can't sign. */
  static @Nullable String read(@Nullable String text, FieldErrors errors) {
    if (text == null) {
      errors.add("secret", "is required where there is a url");
      return null;
    }
    String key = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (!isUsable(key)) {
      errors.add("secret", "must be whsec_ and the base64 form of 24 to 64 random bytes");
      return null;
    }
    return PREFIX + key;
  }

  private static boolean isUsable(String key) {
    try {
      int length = Base64.getDecoder().decode(key).length;
      return length >= MIN_BYTES && length <= MAX_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
