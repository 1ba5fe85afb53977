package factory.integration.saga.routing;

import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subscriptions of the tenant {@code acme}, as they stand at noon. */
public final class SubscriptionFixture {

  public static final TenantId ACME = new TenantId("acme");
  public static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private SubscriptionFixture() {}

  public static SubscriptionId id(String name) {
    return SubscriptionId.of("01jxd3v9k2" + name);
  }

  public static SecretRef secret(String name, int version) {
    return new SecretRef("sec-" + name, version);
  }

  public static SubscriptionView subscription(String name, String... eventTypes) {
    return subscription(name, settings(null, eventTypes));
  }

  public static SubscriptionView subscription(String name, SubscriptionSettings settings) {
    return new SubscriptionView(
        id(name), settings, secret(name, 1), null, null, true, null, 0, NOON, NOON);
  }

  public static SubscriptionView disabled(SubscriptionView subscription) {
    return subscription.disabled(DisableReason.REQUESTED, subscription.version() + 1, NOON);
  }

  public static SubscriptionSettings settings(@Nullable String ownerId, String... eventTypes) {
    return settings(ownerId, new EndpointAuth.None(), Map.of("x-env", "prod"), eventTypes);
  }

  public static SubscriptionSettings settings(
      @Nullable String ownerId,
      EndpointAuth auth,
      Map<String, String> headers,
      String... eventTypes) {
    return new SubscriptionSettings(
        new EndpointUrl("https://example.com/hook"),
        List.of(eventTypes),
        ownerId,
        "ERP",
        headers,
        auth,
        RetryPolicies.AVVYR,
        Ordering.FIFO,
        10,
        PayloadFormat.STANDARD);
  }

  /** A directory that was started with these subscriptions of {@code acme}. */
  public static SubscriptionDirectory directoryOf(SubscriptionView... subscriptions) {
    InMemorySubscriptionStore store = new InMemorySubscriptionStore();
    for (SubscriptionView subscription : subscriptions) {
      store.save(new RoutableSubscription(ACME, subscription));
    }
    return new SubscriptionDirectory(store);
  }
}
