package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor proves that a call is its own; the secret stands beside it, in the vault.
 *
 * <p>{@code toleranceSeconds} is how far the time that was signed may be from now, 1 to 86400.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InboundVerification.GitHub.class, name = "github"),
  @JsonSubTypes.Type(value = InboundVerification.Stripe.class, name = "stripe"),
  @JsonSubTypes.Type(value = InboundVerification.Shopify.class, name = "shopify"),
  @JsonSubTypes.Type(value = InboundVerification.Slack.class, name = "slack"),
  @JsonSubTypes.Type(value = InboundVerification.StandardWebhooks.class, name = "standardWebhooks"),
  @JsonSubTypes.Type(value = InboundVerification.Hmac.class, name = "hmac"),
  @JsonSubTypes.Type(value = InboundVerification.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = InboundVerification.ApiKey.class, name = "apiKey")
})
public sealed interface InboundVerification {

  /** {@code X-Hub-Signature-256: sha256=<hex>} over the body. */
  record GitHub() implements InboundVerification {}

  /** {@code Stripe-Signature: t=…,v1=<hex>} over time and body. */
  record Stripe(int toleranceSeconds) implements InboundVerification {}

  /** {@code X-Shopify-Hmac-SHA256: <base64>} over the body. */
  record Shopify() implements InboundVerification {}

  /** {@code X-Slack-Signature: v0=<hex>} over time and body. */
  record Slack(int toleranceSeconds) implements InboundVerification {}

  /** {@code webhook-signature: v1,<base64>} over id, time and body. */
  record StandardWebhooks(int toleranceSeconds) implements InboundVerification {}

  /**
   * An HMAC of the vendor's own making.
   *
   * @param header holds the signature
   * @param prefix stands before the signature in the header, such as {@code sha256=}
   * @param signedContent what is signed: text with {@code {body}}, {@code {timestamp}} and {@code
   *     {header:name}} in it
   * @param timestampHeader holds the time in seconds or milliseconds since 1970, or as ISO 8601
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Hmac(
      String header,
      SignatureAlgorithm algorithm,
      SignatureEncoding encoding,
      @Nullable String prefix,
      String signedContent,
      @Nullable String timestampHeader,
      int toleranceSeconds)
      implements InboundVerification {}

  /** {@code Authorization: Basic …}; the secret is the password. */
  record Basic(String username) implements InboundVerification {}

  /** The secret itself in a header. */
  record ApiKey(String header) implements InboundVerification {}
}
