package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.subscription.SubscriptionDocument;
import factory.integration.query.subscription.SubscriptionViewStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Subscriptions as JSON beside the fields that searches look at. */
final class MongoSubscriptionViewStore implements SubscriptionViewStore {

  private static final MongoIndex BY_TENANT =
      MongoIndex.ascending(SubscriptionWrites.TENANT).newestFirst(ViewQuery.ENTRY);
  private static final MongoIndex BY_OWNER =
      MongoIndex.ascending(SubscriptionWrites.TENANT, SubscriptionWrites.OWNER)
          .newestFirst(ViewQuery.ENTRY);

  static final List<MongoIndex> INDEXES = List.of(BY_TENANT, BY_OWNER);

  private final Documents documents;
  private final MongoWrites writes;
  private final SubscriptionWrites target;

  MongoSubscriptionViewStore(MongoDatabase database, MongoWrites writes) {
    this.documents = new Documents(database, "subscription_view", INDEXES);
    this.writes = writes;
    this.target = new SubscriptionWrites(documents);
  }

  @Override
  public void add(SubscriptionDocument subscription) {
    writes.write(target, new SubscriptionWrites.Added(subscription));
  }

  @Override
  public void change(SubscriptionId id, long version, UnaryOperator<SubscriptionView> change) {
    writes.write(target, new SubscriptionWrites.Changed(id.value(), version, change));
  }

  @Override
  public void remove(SubscriptionId id) {
    writes.write(target, new SubscriptionWrites.Removed(id.value()));
  }

  @Override
  public void clear() {
    documents.clear();
  }

  @Override
  public Optional<SubscriptionDocument> get(TenantId tenant, SubscriptionId id) {
    Query one = Query.byId(id.value()).and(SubscriptionWrites.TENANT, tenant.value());
    return documents.list(one).stream().findFirst().map(SubscriptionWrites::read);
  }

  @Override
  public Slice<SubscriptionDocument> find(FindSubscriptions query, PageRequest page) {
    List<SubscriptionDocument> found =
        documents.list(all(query, page.after().entry(), page.limit() + 1)).stream()
            .map(SubscriptionWrites::read)
            .toList();
    return Slice.of(found, page.limit(), SubscriptionDocument::key);
  }

  static Query all(FindSubscriptions query, long before, int limit) {
    return new ViewQuery()
        .where(SubscriptionWrites.TENANT, query.tenant())
        .where(SubscriptionWrites.OWNER, query.ownerId())
        .before(before, query.ownerId() == null ? BY_TENANT : BY_OWNER, limit);
  }
}
