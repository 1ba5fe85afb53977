package factory.integration.saga.credential;

import factory.integration.api.subscription.HmacAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Encodings of credentials. */
final class Signatures {

  private Signatures() {}

  /** {@code sha256=<hex>} over the body. */
  static String sign(HmacAlgorithm algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm.jcaName());
      byte[] key = secret.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, algorithm.jcaName()));
      return algorithm.label() + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm.jcaName(), e);
    }
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
