package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.communication.CommunicationLogStore;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Calls as JSON, found by their key alone. */
final class MongoCommunicationLogStore implements CommunicationLogStore {

  private static final String KEY = CallBuckets.CALLS + "." + ViewQuery.ENTRY;
  static final MongoIndex BY_KEY = MongoIndex.ascending(KEY);

  private final Documents documents;
  private final LargeTexts texts;
  private final MongoWrites writes;
  private final CallBuckets target;

  MongoCommunicationLogStore(MongoDatabase database, MongoWrites writes) {
    this.documents =
        new Documents(database, "communication_log", List.of(BY_KEY, AgeIndexes.CALLS));
    this.texts = new LargeTexts(database, "communication_log_text");
    this.writes = writes;
    this.target = new CallBuckets(documents, texts);
  }

  @Override
  public void add(long key, String tenant, HttpExchange exchange) {
    writes.write(target, new CallBuckets.Call(key, tenant, CallBuckets.JSON.write(exchange)));
  }

  @Override
  public void clear() {
    documents.clear();
    texts.clear();
  }

  @Override
  public Optional<HttpExchange> find(TenantId tenant, long key) {
    return documents.list(one(tenant, key)).stream()
        .findFirst()
        .map(bucket -> bucket.getList(CallBuckets.CALLS, Document.class).getFirst())
        .flatMap(this::read);
  }

  static Query one(TenantId tenant, long key) {
    Document call = new Document("$elemMatch", new Document(ViewQuery.ENTRY, key));
    Document filter = new Document(KEY, key).append("tenant", tenant.value());
    return new Query(filter, BY_KEY, new Document(), new Document(CallBuckets.CALLS, call), 1);
  }

  private Optional<HttpExchange> read(Document call) {
    Integer parts = call.getInteger(CallBuckets.PARTS);
    return Optional.ofNullable(
            parts == null
                ? call.getString(CallBuckets.EXCHANGE)
                : texts.find(Long.toString(call.getLong(ViewQuery.ENTRY)), parts))
        .map(CallBuckets.JSON::read);
  }
}
