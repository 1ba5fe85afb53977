package factory.integration.gateway.inbound;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.gateway.json.JsonBody;
import factory.integration.gateway.json.JsonPointer;
import java.util.Optional;

/** Slack asks once, signed like any call, whether an address takes its events. */
final class SlackChallenge {

  private static final JsonPointer TYPE = JsonPointer.parse("/type");
  private static final JsonPointer CHALLENGE = JsonPointer.parse("/challenge");

  private SlackChallenge() {}

  /** The answer to a challenge, or empty when the call is none. */
  static Optional<VendorAnswer> answer(InboundVerification verification, JsonBody body) {
    return verification instanceof InboundVerification.Slack
            && "url_verification".equals(body.scalar(TYPE))
        ? Optional.ofNullable(body.scalar(CHALLENGE)).map(VendorAnswer::text)
        : Optional.empty();
  }
}
