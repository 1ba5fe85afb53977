package factory.integration.saga.delivery;

import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where a call goes and how, as it stands at the time of the call.
 *
 * @param signingSecrets newest first; more than one while a rotation overlaps
 */
record Destination(
    EndpointUrl url,
    List<SecretRef> signingSecrets,
    Map<String, String> headers,
    EndpointAuth auth,
    PayloadFormat payloadFormat,
    Duration timeout) {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  static Destination of(SubscriptionView subscription, Instant now) {
    return new Destination(
        subscription.settings().url(),
        secrets(subscription, now),
        subscription.settings().headers(),
        subscription.settings().auth(),
        subscription.settings().payloadFormat(),
        Duration.ofSeconds(subscription.settings().timeoutSeconds()));
  }

  static Destination of(DynamicEndpoint endpoint) {
    return new Destination(
        endpoint.url(),
        List.of(endpoint.secret()),
        Map.of(),
        new EndpointAuth.None(),
        PayloadFormat.STANDARD,
        DEFAULT_TIMEOUT);
  }

  private static List<SecretRef> secrets(SubscriptionView subscription, Instant now) {
    SecretRef previous = subscription.previousSecret();
    Instant until = subscription.previousSecretValidUntil();
    return previous != null && until != null && now.isBefore(until)
        ? List.of(subscription.secret(), previous)
        : List.of(subscription.secret());
  }
}
