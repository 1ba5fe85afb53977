package factory.integration.saga.routing;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.SubscriptionEvent;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Every subscription with its present settings, in memory; kept durably, in step with the event
 * stream, by the store.
 */
public final class SubscriptionDirectory {

  private final SubscriptionStore store;
  private final Map<SubscriptionId, RoutableSubscription> byId = new ConcurrentHashMap<>();
  private final Map<TenantId, Map<String, SubscriptionView>> byTenant = new ConcurrentHashMap<>();

  public SubscriptionDirectory(SubscriptionStore store) {
    this.store = store;
    store.findAll().forEach(this::remember);
  }

  /** The subscription; empty when it was deleted or never made. */
  public Optional<RoutableSubscription> find(SubscriptionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The tenant's subscriptions, oldest first. */
  Collection<SubscriptionView> ofTenant(TenantId tenant) {
    Map<String, SubscriptionView> subscriptions = byTenant.get(tenant);
    return subscriptions == null ? List.of() : subscriptions.values();
  }

  /** Follows a change; the same change again changes nothing. */
  void apply(SubscriptionEvent event, TenantId tenant, long version, Instant at) {
    switch (event) {
      case WebhookSubscribed subscribed -> keep(tenant, created(subscribed, at));
      case WebhookUnsubscribed deleted -> forget(tenant, deleted.subscriptionId());
      case WebhookSubscriptionChanged _,
          WebhookSubscriptionEnabled _,
          WebhookSubscriptionDisabled _,
          WebhookSecretRotated _ ->
          find(event.subscriptionId())
              .ifPresent(known -> keep(tenant, changed(known.subscription(), event, version, at)));
    }
  }

  private void keep(TenantId tenant, SubscriptionView subscription) {
    RoutableSubscription routable = new RoutableSubscription(tenant, subscription);
    store.save(routable);
    remember(routable);
  }

  private void remember(RoutableSubscription routable) {
    SubscriptionView subscription = routable.subscription();
    byId.put(subscription.subscriptionId(), routable);
    byTenant
        .computeIfAbsent(routable.tenant(), _ -> new ConcurrentSkipListMap<>())
        .put(subscription.subscriptionId().value(), subscription);
  }

  private void forget(TenantId tenant, SubscriptionId id) {
    store.remove(id);
    byId.remove(id);
    byTenant.getOrDefault(tenant, Map.of()).remove(id.value());
  }

  private static SubscriptionView created(WebhookSubscribed event, Instant at) {
    return new SubscriptionView(
        event.subscriptionId(),
        event.settings(),
        event.secret(),
        null,
        null,
        event.enabled(),
        event.enabled() ? null : DisableReason.REQUESTED,
        0,
        at,
        at);
  }

  private static SubscriptionView changed(
      SubscriptionView known, SubscriptionEvent event, long version, Instant at) {
    return switch (event) {
      case WebhookSubscriptionChanged changed ->
          known.withSettings(changed.settings(), version, at);
      case WebhookSubscriptionEnabled _ -> known.enabled(version, at);
      case WebhookSubscriptionDisabled disabled -> known.disabled(disabled.reason(), version, at);
      case WebhookSecretRotated rotated -> known.rotated(rotated, version, at);
      case WebhookSubscribed _, WebhookUnsubscribed _ -> known;
    };
  }
}
