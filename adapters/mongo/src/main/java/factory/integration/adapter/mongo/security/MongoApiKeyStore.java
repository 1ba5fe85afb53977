package factory.integration.adapter.mongo.security;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.security.ApiKey;
import factory.integration.gateway.security.ApiKeyListing;
import factory.integration.gateway.security.ApiKeyStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** API keys by hash and by tenant. */
final class MongoApiKeyStore implements ApiKeyStore, ApiKeyListing {

  private static final String TENANT = "tenant";
  private static final String HASH = "hash";
  private static final String CREATED_AT = "createdAt";
  private static final MongoIndex BY_HASH = MongoIndex.uniqueOn(HASH);
  private static final MongoIndex BY_TENANT =
      MongoIndex.ascending(TENANT).newestFirst(CREATED_AT).newestFirst("_id");

  private final Documents keys;
  private final BulkWrites writes;

  MongoApiKeyStore(MongoDatabase database) {
    this.keys = new Documents(database, "api_key", List.of(BY_HASH, BY_TENANT));
    this.writes = new BulkWrites(keys);
  }

  @Override
  public void save(ApiKey key) {
    Document document =
        new Document(TENANT, key.tenant().value())
            .append("name", key.name())
            .append(HASH, key.hash())
            .append("scopes", List.copyOf(key.scopes()))
            .append(CREATED_AT, Date.from(key.createdAt()))
            .append("expiresAt", date(key.expiresAt()));
    writes.write(List.of(DocumentWrite.replace(key.id(), document)));
  }

  private static @Nullable Date date(@Nullable Instant time) {
    return time == null ? null : Date.from(time);
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    Query one = new Query(new Document(HASH, hash), BY_HASH);
    return keys.list(one).stream().findFirst().map(MongoApiKeyStore::read);
  }

  @Override
  public List<ApiKey> findByTenant(TenantId tenant) {
    Query newest =
        new Query(new Document(TENANT, tenant.value()), BY_TENANT).newestFirst(CREATED_AT, "_id");
    return keys.list(newest).stream().map(MongoApiKeyStore::read).toList();
  }

  @Override
  public List<ApiKey> findAll() {
    return keys.list(new Query(new Document(), MongoIndex.ID)).stream()
        .map(MongoApiKeyStore::read)
        .toList();
  }

  @Override
  public boolean remove(TenantId tenant, String id) {
    return keys.remove(new Document("_id", id).append(TENANT, tenant.value())) > 0;
  }

  @Override
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  private static ApiKey read(Document key) {
    Date expiresAt = key.getDate("expiresAt");
    return new ApiKey(
        key.getString("_id"),
        new TenantId(key.getString(TENANT)),
        key.getString("name"),
        key.getString(HASH),
        Set.copyOf(key.getList("scopes", String.class)),
        key.getDate(CREATED_AT).toInstant(),
        expiresAt == null ? null : expiresAt.toInstant());
  }
}
