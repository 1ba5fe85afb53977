package factory.integration.query.subscription;

import factory.integration.api.messaging.Page;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.GetSubscription;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.Cursors;
import factory.integration.query.PageRequest;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers who is subscribed to what. */
final class SubscriptionQueryHandler {

  private static final Cursors CURSORS = new Cursors('s');

  private final SubscriptionViewStore store;

  SubscriptionQueryHandler(SubscriptionViewStore store) {
    this.store = store;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindSubscriptions query) {
    PageRequest page = CURSORS.request(query.limit(), query.cursor());
    return CURSORS.page(store.find(query, page), SubscriptionDocument::view);
  }

  @QueryHandler
  Optional<SubscriptionView> handle(GetSubscription query) {
    return store.get(query.tenant(), query.subscriptionId()).map(SubscriptionDocument::view);
  }
}
