package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.registry.RegistryDocument;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Registered things as JSON beside the fields that searches look at. */
final class MongoRegistryStore implements RegistryStore {

  private static final MongoIndex BY_TENANT =
      MongoIndex.ascending(RegistryWrites.TENANT, RegistryWrites.KIND).newestFirst(ViewQuery.ENTRY);
  private static final MongoIndex BY_PARENT =
      MongoIndex.ascending(RegistryWrites.TENANT, RegistryWrites.KIND, RegistryWrites.PARENT)
          .newestFirst(ViewQuery.ENTRY);
  private static final MongoIndex BY_KIND = MongoIndex.ascending(RegistryWrites.KIND);

  static final List<MongoIndex> INDEXES = List.of(BY_TENANT, BY_PARENT, BY_KIND);

  private final Documents documents;
  private final MongoWrites writes;
  private final RegistryWrites target;

  MongoRegistryStore(MongoDatabase database, MongoWrites writes) {
    this.documents = new Documents(database, "registry", INDEXES);
    this.writes = writes;
    this.target = new RegistryWrites(documents);
  }

  @Override
  public void add(RegistryDocument document) {
    writes.write(target, new RegistryWrites.Added(document));
  }

  @Override
  public void change(String id, long version, UnaryOperator<String> change) {
    writes.write(target, new RegistryWrites.Changed(id, version, change));
  }

  @Override
  public void remove(String id) {
    writes.write(target, new RegistryWrites.Removed(id));
  }

  @Override
  public void clear(RegistryKind kind) {
    documents.remove(new Document(RegistryWrites.KIND, kind.label()));
  }

  @Override
  public Optional<RegistryDocument> get(TenantId tenant, RegistryKind kind, String id) {
    Query one =
        Query.byId(id)
            .and(RegistryWrites.TENANT, tenant.value())
            .and(RegistryWrites.KIND, kind.label());
    return documents.list(one).stream().findFirst().map(RegistryWrites::read);
  }

  @Override
  public Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page) {
    Query query = all(tenant, kind, group, page.after().entry(), page.limit() + 1);
    List<RegistryDocument> found =
        documents.list(query).stream().map(RegistryWrites::read).toList();
    return Slice.of(found, page.limit(), RegistryDocument::key);
  }

  static Query all(
      TenantId tenant, RegistryKind kind, @Nullable String group, long before, int limit) {
    return new ViewQuery()
        .where(RegistryWrites.TENANT, tenant)
        .where(RegistryWrites.KIND, kind.label())
        .where(RegistryWrites.PARENT, group)
        .before(before, group == null ? BY_TENANT : BY_PARENT, limit);
  }
}
