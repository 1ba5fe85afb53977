package factory.integration.gateway.inboundsource;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How calls prove themselves, as it stands in requests and answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "InboundVerification",
    description =
        "github, stripe, shopify, slack and standardWebhooks know the rest; hmac: header,"
            + " algorithm, encoding, prefix, signedContent such as {timestamp}.{body},"
            + " timestampHeader; basic: username; apiKey: header.")
record VerificationForm(
    @Schema(
            allowableValues = {
              "github",
              "stripe",
              "shopify",
              "slack",
              "standardWebhooks",
              "hmac",
              "basic",
              "apiKey"
            })
        @Nullable String type,
    @Nullable String header,
    @Nullable SignatureAlgorithm algorithm,
    @Nullable SignatureEncoding encoding,
    @Nullable String prefix,
    @Nullable String signedContent,
    @Nullable String timestampHeader,
    @Schema(minimum = "1", maximum = "86400", defaultValue = "300")
        @Nullable Integer toleranceSeconds,
    @Nullable String username) {

  static VerificationForm of(InboundVerification verification) {
    return switch (verification) {
      case InboundVerification.GitHub _ -> preset("github", null);
      case InboundVerification.Stripe stripe -> preset("stripe", stripe.toleranceSeconds());
      case InboundVerification.Shopify _ -> preset("shopify", null);
      case InboundVerification.Slack slack -> preset("slack", slack.toleranceSeconds());
      case InboundVerification.StandardWebhooks standard ->
          preset("standardWebhooks", standard.toleranceSeconds());
      case InboundVerification.Hmac hmac -> of(hmac);
      case InboundVerification.Basic(String username) ->
          new VerificationForm("basic", null, null, null, null, null, null, null, username);
      case InboundVerification.ApiKey(String header) ->
          new VerificationForm("apiKey", header, null, null, null, null, null, null, null);
    };
  }

  private static VerificationForm of(InboundVerification.Hmac hmac) {
    return new VerificationForm(
        "hmac",
        hmac.header(),
        hmac.algorithm(),
        hmac.encoding(),
        hmac.prefix(),
        hmac.signedContent(),
        hmac.timestampHeader(),
        hmac.timestampHeader() == null ? null : hmac.toleranceSeconds(),
        null);
  }

  private static VerificationForm preset(String type, @Nullable Integer tolerance) {
    return new VerificationForm(type, null, null, null, null, null, null, tolerance, null);
  }
}
