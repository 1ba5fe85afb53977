package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the vault sealed, byte by byte. */
final class SqliteSecretStore implements SecretStore, SecretListing {

  private static final String ADD =
      "INSERT OR IGNORE INTO secret (tenant, id, version, sealed) VALUES (?, ?, ?, ?)";
  private static final String FIND =
      "SELECT sealed FROM secret WHERE tenant = ? AND id = ? AND version = ?";
  private static final String ALL =
      "SELECT tenant, id, version, sealed FROM secret ORDER BY tenant, id, version";
  private static final String REPLACE =
      "UPDATE secret SET sealed = ? WHERE tenant = ? AND id = ? AND version = ? AND sealed = ?";
  private static final String REMOVE =
      "DELETE FROM secret WHERE tenant = ? AND id = ? AND version = ?";

  private final SqliteDatabase database;

  SqliteSecretStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void put(TenantId tenant, SecretRef ref, byte[] sealed) {
    database.writeDurably(
        session -> {
          boolean added = session.update(ADD, tenant.value(), ref.id(), ref.version(), sealed) > 0;
          if (!added && !isStored(session, tenant, ref, sealed)) {
            throw new IllegalStateException("another secret is stored under " + ref);
          }
        });
  }

  private static boolean isStored(
      SqliteSession session, TenantId tenant, SecretRef ref, byte[] sealed) throws SQLException {
    return session
        .first(FIND, row -> row.getBytes(1), tenant.value(), ref.id(), ref.version())
        .filter(stored -> Arrays.equals(stored, sealed))
        .isPresent();
  }

  @Override
  public Optional<byte[]> find(TenantId tenant, SecretRef ref) {
    return database.first(FIND, row -> row.getBytes(1), tenant.value(), ref.id(), ref.version());
  }

  @Override
  public List<Sealed> findAll() {
    return database.list(
        ALL,
        row ->
            new Sealed(
                new TenantId(row.getString(1)),
                new SecretRef(row.getString(2), row.getInt(3)),
                row.getBytes(4)));
  }

  @Override
  public boolean replace(TenantId tenant, SecretRef ref, byte[] sealed, byte[] other) {
    AtomicBoolean replaced = new AtomicBoolean();
    database.writeDurably(
        session ->
            replaced.set(
                session.update(REPLACE, other, tenant.value(), ref.id(), ref.version(), sealed)
                    > 0));
    return replaced.get();
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    database.writeDurably(
        session -> session.update(REMOVE, tenant.value(), ref.id(), ref.version()));
  }
}
