package factory.integration.saga.routing;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions by id and by tenant; written by one thread, read by many. */
final class RoutingTable {

  private final Map<SubscriptionId, RoutableSubscription> byId = new ConcurrentHashMap<>();
  private final Map<TenantId, Map<String, SubscriptionView>> byTenant = new ConcurrentHashMap<>();

  RoutingTable(List<RoutableSubscription> subscriptions) {
    subscriptions.forEach(this::put);
  }

  @Nullable RoutableSubscription find(SubscriptionId id) {
    return byId.get(id);
  }

  /** The tenant's subscriptions, oldest first. */
  Collection<SubscriptionView> ofTenant(TenantId tenant) {
    Map<String, SubscriptionView> subscriptions = byTenant.get(tenant);
    return subscriptions == null ? List.of() : subscriptions.values();
  }

  void put(RoutableSubscription routable) {
    SubscriptionView subscription = routable.subscription();
    byId.put(subscription.subscriptionId(), routable);
    byTenant
        .computeIfAbsent(routable.tenant(), _ -> new ConcurrentSkipListMap<>())
        .put(subscription.subscriptionId().value(), subscription);
  }

  void remove(TenantId tenant, SubscriptionId id) {
    byId.remove(id);
    byTenant.getOrDefault(tenant, Map.of()).remove(id.value());
  }
}
