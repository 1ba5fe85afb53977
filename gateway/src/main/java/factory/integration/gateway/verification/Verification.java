package factory.integration.gateway.verification;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.InboundVerification.Hmac;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.time.Instant;
import java.util.Set;

/** One way of proving that a call is genuine; compares in constant time. */
public interface Verification {

  /**
   * Judges a call.
   *
   * @param secret one that the vendor may have used
   * @param now the platform's time, for vendors that sign theirs
   */
  Verdict verify(ReceivedCall call, String secret, Instant now);

  /** Lower-case names of the headers that carry the proof: nobody is shown their values. */
  Set<String> proofHeaders();

  /** The way that a source has chosen. */
  static Verification of(InboundVerification chosen) {
    return switch (chosen) {
      case InboundVerification.GitHub _ ->
          hmac("X-Hub-Signature-256", SignatureEncoding.HEX, "sha256=");
      case InboundVerification.Shopify _ ->
          hmac("X-Shopify-Hmac-SHA256", SignatureEncoding.BASE64, "");
      case InboundVerification.Slack slack ->
          new HmacVerification(
              new Hmac(
                  "X-Slack-Signature",
                  SignatureAlgorithm.SHA256,
                  SignatureEncoding.HEX,
                  "v0=",
                  "v0:{timestamp}:{body}",
                  "X-Slack-Request-Timestamp",
                  slack.toleranceSeconds()));
      case Hmac hmac -> new HmacVerification(hmac);
      case InboundVerification.Stripe stripe -> new StripeVerification(stripe.toleranceSeconds());
      case InboundVerification.StandardWebhooks standard ->
          new StandardVerification(standard.toleranceSeconds());
      case InboundVerification.Basic basic -> new BasicVerification(basic.username());
      case InboundVerification.ApiKey key -> new ApiKeyVerification(key.header());
    };
  }

  private static Verification hmac(String header, SignatureEncoding encoding, String prefix) {
    return new HmacVerification(
        new Hmac(header, SignatureAlgorithm.SHA256, encoding, prefix, "{body}", null, 0));
  }
}
