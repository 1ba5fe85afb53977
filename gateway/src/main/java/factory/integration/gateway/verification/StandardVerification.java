package factory.integration.gateway.verification;

import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks 1.0.0, symmetric signatures; Svix' own names of its headers serve too. */
final class StandardVerification implements Verification {

  private static final String SIGNATURE = "v1,";
  private static final String SECRET_PREFIX = "whsec_";

  private final Tolerance tolerance;

  StandardVerification(int toleranceSeconds) {
    this.tolerance = Tolerance.of(toleranceSeconds);
  }

  @Override
  public Verdict verify(ReceivedCall call, String secret, Instant now) {
    String id = header(call, "id");
    String signatures = header(call, "signature");
    if (id == null || signatures == null) {
      return Verdict.PROOF_MISSING;
    }
    String timestamp = header(call, "timestamp");
    if (timestamp == null) {
      return Verdict.TIMESTAMP_MISSING;
    }
    Verdict inTime = tolerance.judge(timestamp, now);
    return inTime == Verdict.GENUINE
        ? compare(signatures, sign(id, timestamp, call.body(), secret))
        : inTime;
  }

  private static Verdict compare(String signatures, byte @Nullable [] expected) {
    boolean genuine =
        expected != null
            && Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(SIGNATURE))
                .map(signature -> signature.substring(SIGNATURE.length()))
                .map(signature -> Signatures.decode(SignatureEncoding.BASE64, signature))
                .anyMatch(given -> Signatures.areEqual(expected, given));
    return genuine ? Verdict.GENUINE : Verdict.PROOF_WRONG;
  }

  private static byte @Nullable [] sign(String id, String timestamp, byte[] body, String secret) {
    String encoded =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    byte[] key = Signatures.decode(SignatureEncoding.BASE64, encoded);
    byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return key == null || key.length == 0
        ? null
        : Signatures.mac(SignatureAlgorithm.SHA256, key, start, body);
  }

  private static @Nullable String header(ReceivedCall call, String name) {
    String value = call.header("webhook-" + name);
    return value == null ? call.header("svix-" + name) : value;
  }

  @Override
  public Set<String> proofHeaders() {
    return Set.of("webhook-signature", "svix-signature");
  }
}
