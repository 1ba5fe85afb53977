package factory.integration.gateway.verification;

import factory.integration.api.inbound.SignatureEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** {@code Authorization: Basic …}. */
final class BasicVerification implements Verification {

  private static final String HEADER = "authorization";
  private static final String SCHEME = "Basic ";

  private final String username;

  BasicVerification(String username) {
    this.username = username;
  }

  @Override
  public Verdict verify(ReceivedCall call, String secret, Instant now) {
    String header = call.header(HEADER);
    if (header == null) {
      return Verdict.PROOF_MISSING;
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Verdict.PROOF_MALFORMED;
    }
    byte[] expected = (username + ":" + secret).getBytes(StandardCharsets.UTF_8);
    byte[] given = Signatures.decode(SignatureEncoding.BASE64, header.substring(SCHEME.length()));
    return Signatures.verdict(expected, given);
  }

  @Override
  public Set<String> proofHeaders() {
    return Set.of(HEADER);
  }
}
