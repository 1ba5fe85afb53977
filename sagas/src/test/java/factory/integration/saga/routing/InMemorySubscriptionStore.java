package factory.integration.saga.routing;

import factory.integration.api.subscription.SubscriptionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** A routing table that commits with the unit of work, as the adapters' tables do. */
final class InMemorySubscriptionStore implements SubscriptionStore {

  private final Map<SubscriptionId, RoutableSubscription> rows = new LinkedHashMap<>();

  @Override
  public void save(RoutableSubscription subscription) {
    atCommit(() -> rows.put(subscription.subscription().subscriptionId(), subscription));
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    atCommit(() -> rows.remove(subscriptionId));
  }

  @Override
  public List<RoutableSubscription> findAll() {
    return List.copyOf(rows.values());
  }

  private static void atCommit(Runnable write) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().root().onCommit(_ -> write.run());
    } else {
      write.run();
    }
  }
}
