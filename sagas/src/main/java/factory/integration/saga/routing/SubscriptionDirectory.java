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
import factory.integration.saga.stream.StreamMemory;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Every subscription with its present settings, in memory; kept durably, in step with the event
 * stream, by the store.
 */
public final class SubscriptionDirectory implements StreamMemory {

  private final SubscriptionStore store;
  private volatile RoutingTable table;
  private volatile boolean rolledBack;
  private volatile long version;

  public SubscriptionDirectory(SubscriptionStore store) {
    this.store = store;
    this.version = store.version();
    this.table = new RoutingTable(store.findAll());
  }

  /** The subscription; empty when it was deleted or never made. */
  public Optional<RoutableSubscription> find(SubscriptionId id) {
    return Optional.ofNullable(table.find(id));
  }

  /** The tenant's subscriptions, oldest first. */
  Collection<SubscriptionView> ofTenant(TenantId tenant) {
    return table.ofTenant(tenant);
  }

  @Override
  public void reload() {
    version = store.version();
    table = new RoutingTable(store.findAll());
    rolledBack = false;
  }

  @Override
  public void followOthers() {
    if (store.version() != version) {
      reload();
    }
  }

  /** Follows a change; the same change again changes nothing. */
  void apply(SubscriptionEvent event, TenantId tenant, long version, Instant at) {
    forgetRolledBack();
    CurrentUnitOfWork.ifStarted(batch -> batch.root().onRollback(_ -> rolledBack = true));
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

  /**
   * Makes memory and store the same again after changes of a batch that was rolled back: when the
   * batch is repeated, its events must meet the subscriptions as they were before.
   */
  void forgetRolledBack() {
    if (rolledBack) {
      reload();
    }
  }

  private void keep(TenantId tenant, SubscriptionView subscription) {
    RoutableSubscription routable = new RoutableSubscription(tenant, subscription);
    store.save(routable);
    table.put(routable);
  }

  private void forget(TenantId tenant, SubscriptionId id) {
    store.remove(id);
    table.remove(tenant, id);
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
