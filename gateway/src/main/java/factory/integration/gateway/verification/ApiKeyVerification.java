package factory.integration.gateway.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** The secret itself in a header; after {@code Bearer} where the header is Authorization. */
final class ApiKeyVerification implements Verification {

  private static final String SCHEME = "Bearer ";

  private final String header;

  ApiKeyVerification(String header) {
    this.header = header.toLowerCase(Locale.ROOT);
  }

  @Override
  public Verdict verify(ReceivedCall call, String secret, Instant now) {
    String value = call.header(header);
    if (value == null) {
      return Verdict.PROOF_MISSING;
    }
    boolean bearer =
        header.equals("authorization") && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String given = bearer ? value.substring(SCHEME.length()) : value;
    return Signatures.verdict(bytes(secret), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Set<String> proofHeaders() {
    return Set.of(header);
  }
}
