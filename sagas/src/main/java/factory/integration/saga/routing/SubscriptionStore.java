package factory.integration.saga.routing;

import factory.integration.api.subscription.SubscriptionId;
import java.util.List;

/** Keeps the routing table. Writes join the calling thread's transaction where there is one. */
public interface SubscriptionStore {

  /** Adds or replaces by id. */
  void save(RoutableSubscription subscription);

  /** Removes one; a missing one is no error. */
  void remove(SubscriptionId subscriptionId);

  /** Every subscription of every tenant. */
  List<RoutableSubscription> findAll();

  /**
   * Tells whether the table is still as it was: another number than before when anybody changed it,
   * on another node too. Cheap enough to ask several times a second.
   */
  long version();
}
