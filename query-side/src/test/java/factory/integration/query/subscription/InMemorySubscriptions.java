package factory.integration.query.subscription;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds every subscription, whatever is asked for. */
final class InMemorySubscriptions implements SubscriptionViewStore {

  private final Map<SubscriptionId, SubscriptionDocument> subscriptions = new HashMap<>();

  @Override
  public void add(SubscriptionDocument subscription) {
    subscriptions.putIfAbsent(subscription.view().subscriptionId(), subscription);
  }

  @Override
  public void change(SubscriptionId id, long version, UnaryOperator<SubscriptionView> change) {
    subscriptions.computeIfPresent(
        id,
        (same, old) ->
            old.view().version() < version
                ? new SubscriptionDocument(old.key(), old.tenant(), change.apply(old.view()))
                : old);
  }

  @Override
  public void remove(SubscriptionId id) {
    subscriptions.remove(id);
  }

  @Override
  public void clear() {
    subscriptions.clear();
  }

  @Override
  public Optional<SubscriptionDocument> get(TenantId tenant, SubscriptionId id) {
    return Optional.ofNullable(subscriptions.get(id))
        .filter(subscription -> subscription.tenant().equals(tenant.value()));
  }

  @Override
  public Slice<SubscriptionDocument> find(FindSubscriptions query, PageRequest page) {
    return new Slice<>(List.copyOf(subscriptions.values()), null);
  }
}
