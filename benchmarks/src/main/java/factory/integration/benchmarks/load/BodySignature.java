package factory.integration.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the body of a rendered request in place, as GitHub does. */
public final class BodySignature {

  /** What the platform is told, and what signs: it protects nothing. */
  public static final String SECRET = "benchmark";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  /** What stands in the request until it is signed. */
  static final String PLACE = PREFIX + "0".repeat(64);

  private final int place;
  private final int bodyStart;

  BodySignature(int place, int bodyStart) {
    this.place = place + PREFIX.length();
    this.bodyStart = bodyStart;
  }

  /** Writes the signature of what stands in the body now; the buffer stays ready to be sent. */
  void sign(ByteBuffer request) {
    ByteBuffer body = request.duplicate().position(bodyStart);
    byte[] signature = HexFormat.of().formatHex(mac(body)).getBytes(StandardCharsets.US_ASCII);
    request.put(place, signature);
  }

  private static byte[] mac(ByteBuffer body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
      mac.update(body);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
