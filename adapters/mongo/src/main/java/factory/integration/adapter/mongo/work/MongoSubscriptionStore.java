package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
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

  private static final String TABLE = "subscription";
  private static final String VERSION = "version";
  private static final Json<SubscriptionView> VIEW = new Json<>(new TypeReference<>() {});

  private final Documents subscriptions;
  private final MongoWrites writes;
  private final BulkWrites target;
  private final Documents versions;
  private final MongoWrites.Target<WriteModel<Document>> changes;

  MongoSubscriptionStore(MongoDatabase database, MongoWrites writes) {
    this.subscriptions = new Documents(database, "subscription", List.of());
    this.writes = writes;
    this.target = new BulkWrites(subscriptions);
    this.versions = new Documents(database, "subscription_version", List.of());
    this.changes = models -> versions.write(models);
  }

  @Override
  public void save(RoutableSubscription subscription) {
    Document document =
        new Document("tenant", subscription.tenant().value())
            .append("subscription", VIEW.write(subscription.subscription()));
    String id = subscription.subscription().subscriptionId().value();
    write(DocumentWrite.replace(id, document));
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    write(DocumentWrite.remove(subscriptionId.value()));
  }

  /** The version follows the change, so that whoever sees the one finds the other. */
  private void write(DocumentWrite write) {
    writes.write(target, write);
    Document increment = new Document("$inc", new Document(VERSION, 1L));
    writes.write(
        changes,
        new UpdateOneModel<>(
            new Document("_id", TABLE), increment, new UpdateOptions().upsert(true)));
  }

  /** The whole table is asked for, so this is the one query that reads a whole collection. */
  @Override
  public List<RoutableSubscription> findAll() {
    Query all = new Query(new Document(), MongoIndex.ID).oldestFirst("_id");
    return subscriptions.list(all).stream().map(MongoSubscriptionStore::read).toList();
  }

  @Override
  public long version() {
    return versions.find(TABLE).map(table -> table.getLong(VERSION)).orElse(0L);
  }

  private static RoutableSubscription read(Document document) {
    return new RoutableSubscription(
        new TenantId(document.getString("tenant")), VIEW.read(document.getString("subscription")));
  }
}
