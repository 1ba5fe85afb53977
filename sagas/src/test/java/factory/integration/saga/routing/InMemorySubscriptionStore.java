package factory.integration.saga.routing;

import factory.integration.api.subscription.SubscriptionId;
import factory.integration.saga.CommittedWrites;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A routing table that commits with the unit of work, as the adapters' tables do. */
final class InMemorySubscriptionStore implements SubscriptionStore {

  private final CommittedWrites writes = new CommittedWrites();
  private final Map<SubscriptionId, RoutableSubscription> rows = new LinkedHashMap<>();
  private long version;

  @Override
  public void save(RoutableSubscription subscription) {
    writes.write(
        () -> {
          rows.put(subscription.subscription().subscriptionId(), subscription);
          version++;
        });
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    writes.write(
        () -> {
          rows.remove(subscriptionId);
          version++;
        });
  }

  @Override
  public List<RoutableSubscription> findAll() {
    return List.copyOf(rows.values());
  }

  @Override
  public long version() {
    return version;
  }
}
