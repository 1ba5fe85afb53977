package factory.integration.gateway.verification;

import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code Stripe-Signature: t=…,v1=…}; there is a {@code v1} for each secret that is live. */
final class StripeVerification implements Verification {

  private static final String HEADER = "stripe-signature";
  private static final String TIME = "t=";
  private static final String SIGNATURE = "v1=";

  private final Tolerance tolerance;

  StripeVerification(int toleranceSeconds) {
    this.tolerance = Tolerance.of(toleranceSeconds);
  }

  @Override
  public Verdict verify(ReceivedCall call, String secret, Instant now) {
    String header = call.header(HEADER);
    if (header == null) {
      return Verdict.PROOF_MISSING;
    }
    List<String> times = values(header, TIME);
    List<String> signatures = values(header, SIGNATURE);
    if (times.size() != 1 || signatures.isEmpty()) {
      return Verdict.PROOF_MALFORMED;
    }
    Verdict inTime = tolerance.judge(times.getFirst(), now);
    if (inTime != Verdict.GENUINE) {
      return inTime;
    }
    byte[] expected = sign(times.getFirst(), call.body(), secret);
    boolean genuine =
        signatures.stream()
            .map(signature -> Signatures.decode(SignatureEncoding.HEX, signature))
            .anyMatch(given -> Signatures.areEqual(expected, given));
    return genuine ? Verdict.GENUINE : Verdict.PROOF_WRONG;
  }

  private static byte[] sign(String time, byte[] body, String secret) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    byte[] start = (time + ".").getBytes(StandardCharsets.UTF_8);
    return Signatures.mac(SignatureAlgorithm.SHA256, key, start, body);
  }

  private static List<String> values(String header, String name) {
    List<String> values = new ArrayList<>();
    for (String item : header.split(",")) {
      String stripped = item.strip();
      if (stripped.startsWith(name)) {
        values.add(stripped.substring(name.length()));
      }
    }
    return values;
  }

  @Override
  public Set<String> proofHeaders() {
    return Set.of(HEADER);
  }
}
