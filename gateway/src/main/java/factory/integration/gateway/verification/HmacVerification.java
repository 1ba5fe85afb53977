package factory.integration.gateway.verification;

import factory.integration.api.inbound.InboundVerification.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** An HMAC in a header, over the body and whatever else the vendor signs with it. */
final class HmacVerification implements Verification {

  private final Hmac scheme;
  private final String prefix;
  private final SignedContent content;

  HmacVerification(Hmac scheme) {
    this.scheme = scheme;
    this.prefix = scheme.prefix() == null ? "" : scheme.prefix();
    this.content = SignedContent.parse(scheme.signedContent());
  }

  @Override
  public Verdict verify(ReceivedCall call, String secret, Instant now) {
    String signature = call.header(scheme.header());
    if (signature == null) {
      return Verdict.PROOF_MISSING;
    }
    if (!signature.startsWith(prefix)) {
      return Verdict.PROOF_MALFORMED;
    }
    String timestamp =
        scheme.timestampHeader() == null ? "" : call.header(scheme.timestampHeader());
    if (timestamp == null) {
      return Verdict.TIMESTAMP_MISSING;
    }
    Verdict inTime =
        scheme.timestampHeader() == null
            ? Verdict.GENUINE
            : Tolerance.of(scheme.toleranceSeconds()).judge(timestamp, now);
    return inTime == Verdict.GENUINE ? compare(call, signature, timestamp, secret) : inTime;
  }

  private Verdict compare(ReceivedCall call, String signature, String timestamp, String secret) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    byte[] expected = Signatures.mac(scheme.algorithm(), key, content.parts(call, timestamp));
    byte[] given = Signatures.decode(scheme.encoding(), signature.substring(prefix.length()));
    return Signatures.verdict(expected, given);
  }

  @Override
  public Set<String> proofHeaders() {
    return Set.of(scheme.header().toLowerCase(Locale.ROOT), "x-hub-signature");
  }
}
