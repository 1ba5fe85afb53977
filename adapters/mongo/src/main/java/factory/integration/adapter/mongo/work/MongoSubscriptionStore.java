package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.saga.routing.RoutableSubscription;
import factory.integration.saga.routing.SubscriptionStore;
import java.util.List;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** The routing table, one document a subscription. */
final class MongoSubscriptionStore implements SubscriptionStore {

  private static final Json<SubscriptionView> VIEW = new Json<>(new TypeReference<>() {});

  private final Documents subscriptions;
  private final MongoWrites writes;
  private final BulkWrites target;

  MongoSubscriptionStore(MongoDatabase database, MongoWrites writes) {
    this.subscriptions = new Documents(database, "subscription", List.of());
    this.writes = writes;
    this.target = new BulkWrites(subscriptions);
  }

  @Override
  public void save(RoutableSubscription subscription) {
    Document document =
        new Document("tenant", subscription.tenant().value())
            .append("subscription", VIEW.write(subscription.subscription()));
    String id = subscription.subscription().subscriptionId().value();
    writes.write(target, DocumentWrite.replace(id, document));
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    writes.write(target, DocumentWrite.remove(subscriptionId.value()));
  }

  /** The whole table is asked for, so this is the one query that reads a whole collection. */
  @Override
  public List<RoutableSubscription> findAll() {
    Query all = new Query(new Document(), MongoIndex.ID).oldestFirst("_id");
    return subscriptions.list(all).stream().map(MongoSubscriptionStore::read).toList();
  }

  private static RoutableSubscription read(Document document) {
    return new RoutableSubscription(
        new TenantId(document.getString("tenant")), VIEW.read(document.getString("subscription")));
  }
}
