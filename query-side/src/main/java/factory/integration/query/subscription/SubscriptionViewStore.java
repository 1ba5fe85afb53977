package factory.integration.query.subscription;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps subscriptions as people see them. Writes may become visible later, together with the batch
 * they belong to; each of them repeated changes nothing.
 */
public interface SubscriptionViewStore {

  /** Adds a subscription, unless it is there. */
  void add(SubscriptionDocument subscription);

  /**
   * Applies a change to a subscription of a lower version; another one stays as it is.
   *
   * @param version the subscription's after the change
   */
  void change(SubscriptionId id, long version, UnaryOperator<SubscriptionView> change);

  /** Removes a subscription; an unknown one is no error. */
  void remove(SubscriptionId id);

  /** Forgets everything. */
  void clear();

  /** The subscription, or empty when this tenant has none of that id. */
  Optional<SubscriptionDocument> get(TenantId tenant, SubscriptionId id);

  /**
   * Subscriptions that meet every condition, newest first.
   *
   * @param page takes the place of the query's limit and cursor
   */
  Slice<SubscriptionDocument> find(FindSubscriptions query, PageRequest page);
}
