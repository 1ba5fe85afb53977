package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoWrites;
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

  private final VersionedTable table;

  MongoSubscriptionStore(MongoDatabase database, MongoWrites writes) {
    this.table = new VersionedTable(database, "subscription", writes);
  }

  @Override
  public void save(RoutableSubscription subscription) {
    Document document =
        new Document("tenant", subscription.tenant().value())
            .append("subscription", VIEW.write(subscription.subscription()));
    String id = subscription.subscription().subscriptionId().value();
    table.write(DocumentWrite.replace(id, document));
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    table.write(DocumentWrite.remove(subscriptionId.value()));
  }

  @Override
  public List<RoutableSubscription> findAll() {
    return table.all().stream().map(MongoSubscriptionStore::read).toList();
  }

  @Override
  public long version() {
    return table.version();
  }

  private static RoutableSubscription read(Document document) {
    return new RoutableSubscription(
        new TenantId(document.getString("tenant")), VIEW.read(document.getString("subscription")));
  }
}
