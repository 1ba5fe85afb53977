package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.registry.RegistryDocument;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Registered things; a change reads and writes within the writer's transaction. */
final class SqliteRegistryStore implements RegistryStore {

  private static final String INSERT =
      "INSERT INTO registry (entry, kind, id, tenant, parent, version, view)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String OLDER = "SELECT view FROM registry WHERE id = ? AND version < ?";
  private static final String UPDATE = "UPDATE registry SET version = ?, view = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM registry WHERE id = ?";
  private static final String CLEAR = "DELETE FROM registry WHERE kind = ?";
  private static final String ALL =
      "SELECT e.entry, e.kind, e.id, e.tenant, e.parent, e.version, e.view FROM registry e";
  static final String ONE = ALL + " WHERE e.id = ? AND e.tenant = ? AND e.kind = ?";

  private static final Function<String, RegistryKind> KINDS =
      Arrays.stream(RegistryKind.values())
              .collect(Collectors.toUnmodifiableMap(RegistryKind::label, Function.identity()))
          ::get;

  private final SqliteDatabase database;

  SqliteRegistryStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(RegistryDocument document) {
    @Nullable Object[] row = {
      document.key(),
      document.kind().label(),
      document.id(),
      document.tenant(),
      document.group(),
      document.version(),
      document.view()
    };
    database.write(session -> session.update(INSERT, row));
  }

  @Override
  public void change(String id, long version, UnaryOperator<String> change) {
    database.write(
        session -> {
          Optional<String> older = session.first(OLDER, row -> row.getString(1), id, version);
          if (older.isPresent()) {
            session.update(UPDATE, version, change.apply(older.get()), id);
          }
        });
  }

  @Override
  public void remove(String id) {
    database.write(session -> session.update(DELETE, id));
  }

  @Override
  public void clear(RegistryKind kind) {
    database.write(session -> session.update(CLEAR, kind.label()));
  }

  @Override
  public Optional<RegistryDocument> get(TenantId tenant, RegistryKind kind, String id) {
    return database.read(
        session -> session.first(ONE, SqliteRegistryStore::read, id, tenant.value(), kind.label()));
  }

  @Override
  public Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page) {
    Select select = select(tenant, kind, group);
    int limit = page.limit() + 1;
    List<RegistryDocument> found =
        database.read(
            session ->
                select.newest(session, SqliteRegistryStore::read, page.after().entry(), limit));
    return Slice.of(found, page.limit(), RegistryDocument::key);
  }

  static Select select(TenantId tenant, RegistryKind kind, @Nullable String group) {
    return new Select(ALL)
        .where("e.tenant = ?", tenant)
        .where("e.kind = ?", kind.label())
        .where("e.parent = ?", group);
  }

  private static RegistryDocument read(ResultSet row) throws SQLException {
    return new RegistryDocument(
        row.getLong(1),
        KINDS.apply(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getString(7));
  }
}
