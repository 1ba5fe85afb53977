package factory.integration.gateway.inbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a signature of Standard Webhooks, version {@code v1}: HMAC-SHA256 over id, timestamp and
 * body.
 *
 * @param id the header {@code webhook-id}
 * @param timestamp the header {@code webhook-timestamp}, seconds since 1970
 * @param signatures the header {@code webhook-signature}: signatures with spaces between
 */
record SignatureCheck(String id, String timestamp, String signatures, byte[] body) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";
  private static final String SECRET_PREFIX = "whsec_";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Whether one of the signatures was made with the secret, at about that time. */
  boolean passes(String secret, Instant now) {
    if (!isRecent(now)) {
      return false;
    }
    byte[] expected = (VERSION + sign(secret)).getBytes(StandardCharsets.US_ASCII);
    boolean passes = false;
    for (String signature : signatures.split(" ")) {
      passes |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
    }
    return passes;
  }

  private boolean isRecent(Instant now) {
    try {
      long seconds = Long.parseLong(timestamp);
      return Math.abs(seconds - now.getEpochSecond()) <= TOLERANCE.toSeconds();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private String sign(String secret) {
    try {
      String key =
          secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
