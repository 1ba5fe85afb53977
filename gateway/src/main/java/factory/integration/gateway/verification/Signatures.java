package factory.integration.gateway.verification;

import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes signatures, reads them, and compares them in constant time. */
final class Signatures {

  private static final HexFormat HEX = HexFormat.of();

  private Signatures() {}

  static byte[] mac(SignatureAlgorithm algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm.jcaName());
      mac.init(new SecretKeySpec(key, algorithm.jcaName()));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm.jcaName(), e);
    }
  }

  /** The bytes of a signature; null where the text spells none. */
  static byte @Nullable [] decode(SignatureEncoding encoding, String text) {
    try {
      return switch (encoding) {
        case HEX -> HEX.parseHex(text.strip());
        case BASE64 -> Base64.getDecoder().decode(text.strip());
      };
    } catch (IllegalArgumentException notSpelledSo) {
      return null;
    }
  }

  static boolean areEqual(byte[] expected, byte @Nullable [] given) {
    return given != null && MessageDigest.isEqual(expected, given);
  }

  static Verdict verdict(byte[] expected, byte @Nullable [] given) {
    if (given == null) {
      return Verdict.PROOF_MALFORMED;
    }
    return areEqual(expected, given) ? Verdict.GENUINE : Verdict.PROOF_WRONG;
  }
}
