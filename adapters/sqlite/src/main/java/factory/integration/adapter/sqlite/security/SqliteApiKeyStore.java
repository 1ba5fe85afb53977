package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.security.ApiKey;
import factory.integration.gateway.security.ApiKeyListing;
import factory.integration.gateway.security.ApiKeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** API keys by hash and by tenant. */
final class SqliteApiKeyStore implements ApiKeyStore, ApiKeyListing {

  private static final String COLUMNS = "id, tenant, name, hash, scopes, created_at, expires_at";
  private static final String SAVE =
      "INSERT OR REPLACE INTO api_key (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String BY_HASH = "SELECT " + COLUMNS + " FROM api_key WHERE hash = ?";
  private static final String BY_TENANT =
      "SELECT " + COLUMNS + " FROM api_key WHERE tenant = ? ORDER BY created_at DESC, id DESC";
  private static final String ALL = "SELECT " + COLUMNS + " FROM api_key ORDER BY id";
  private static final String REMOVE = "DELETE FROM api_key WHERE tenant = ? AND id = ?";
  private static final String ANY = "SELECT 1 FROM api_key LIMIT 1";
  private static final String SEPARATOR = " ";

  private final SqliteDatabase database;

  SqliteApiKeyStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(ApiKey key) {
    Instant expiresAt = key.expiresAt();
    database.writeDurably(
        session ->
            session.update(
                SAVE,
                key.id(),
                key.tenant().value(),
                key.name(),
                key.hash(),
                String.join(SEPARATOR, key.scopes()),
                key.createdAt().toEpochMilli(),
                expiresAt == null ? null : expiresAt.toEpochMilli()));
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    return database.first(BY_HASH, SqliteApiKeyStore::read, hash);
  }

  @Override
  public List<ApiKey> findByTenant(TenantId tenant) {
    return database.list(BY_TENANT, SqliteApiKeyStore::read, tenant.value());
  }

  @Override
  public List<ApiKey> findAll() {
    return database.list(ALL, SqliteApiKeyStore::read);
  }

  @Override
  public boolean remove(TenantId tenant, String id) {
    AtomicBoolean removed = new AtomicBoolean();
    database.writeDurably(session -> removed.set(session.update(REMOVE, tenant.value(), id) > 0));
    return removed.get();
  }

  @Override
  public boolean isEmpty() {
    return database.first(ANY, row -> true).isEmpty();
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString(1),
        new TenantId(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5).isEmpty() ? Set.of() : Set.of(row.getString(5).split(SEPARATOR)),
        Instant.ofEpochMilli(row.getLong(6)),
        expiry(row));
  }

  private static @Nullable Instant expiry(ResultSet row) throws SQLException {
    long millis = row.getLong(7);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
