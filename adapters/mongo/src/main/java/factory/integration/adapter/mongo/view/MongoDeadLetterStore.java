package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.failure.DeadLetterDocument;
import factory.integration.query.failure.DeadLetterStore;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Dead letters as JSON beside the fields that searches look at. */
final class MongoDeadLetterStore implements DeadLetterStore {

  private static final String TENANT = "tenant";
  private static final String INTEGRATION = "integrationId";
  private static final String TYPE = "eventType";
  private static final String FAILED_AT = "failedAt";
  private static final String VIEW = "view";

  private static final MongoIndex BY_TENANT = index(TENANT);
  private static final MongoIndex BY_INTEGRATION = index(TENANT, INTEGRATION);
  private static final MongoIndex BY_TYPE = index(TENANT, TYPE);

  static final List<MongoIndex> INDEXES =
      List.of(BY_TENANT, BY_INTEGRATION, BY_TYPE, AgeIndexes.ENTRIES);

  private static final Json<DeadLetterView> JSON = new Json<>(new TypeReference<>() {});

  private final Documents documents;
  private final MongoWrites writes;
  private final BulkWrites target;

  MongoDeadLetterStore(MongoDatabase database, MongoWrites writes) {
    this.documents = new Documents(database, "dead_letter_view", INDEXES);
    this.writes = writes;
    this.target = new BulkWrites(documents);
  }

  private static MongoIndex index(String... fields) {
    return MongoIndex.ascending(fields).newestFirst(ViewQuery.ENTRY);
  }

  @Override
  public void add(DeadLetterDocument deadLetter) {
    DeadLetterView view = deadLetter.view();
    Document fields =
        new Document(ViewQuery.ENTRY, deadLetter.key())
            .append(TENANT, deadLetter.tenant())
            .append(INTEGRATION, view.integrationId())
            .append(TYPE, view.eventType().value())
            .append(FAILED_AT, Date.from(view.failedAt()))
            .append(VIEW, JSON.write(view));
    writes.write(target, DocumentWrite.insert(view.failureId().value(), fields));
  }

  @Override
  public void clear() {
    documents.clear();
  }

  @Override
  public Optional<DeadLetterDocument> get(TenantId tenant, FailureId id) {
    Query one = Query.byId(id.value()).and(TENANT, tenant.value());
    return documents.list(one).stream().findFirst().map(MongoDeadLetterStore::read);
  }

  @Override
  public Slice<DeadLetterDocument> find(FindDeadLetters query, PageRequest page) {
    List<DeadLetterDocument> found =
        documents.list(all(query, page.after().entry(), page.limit() + 1)).stream()
            .map(MongoDeadLetterStore::read)
            .toList();
    return Slice.of(found, page.limit(), DeadLetterDocument::key);
  }

  static Query all(FindDeadLetters query, long before, int limit) {
    return new ViewQuery()
        .where(TENANT, query.tenant())
        .where(INTEGRATION, query.subscriptionId())
        .where(TYPE, query.eventType())
        .within(FAILED_AT, query.from(), query.to())
        .before(before, indexFor(query), limit);
  }

  private static MongoIndex indexFor(FindDeadLetters query) {
    if (query.subscriptionId() != null) {
      return BY_INTEGRATION;
    }
    return query.eventType() == null ? BY_TENANT : BY_TYPE;
  }

  private static DeadLetterDocument read(Document document) {
    return new DeadLetterDocument(
        document.getLong(ViewQuery.ENTRY),
        document.getString(TENANT),
        JSON.read(document.getString(VIEW)));
  }
}
