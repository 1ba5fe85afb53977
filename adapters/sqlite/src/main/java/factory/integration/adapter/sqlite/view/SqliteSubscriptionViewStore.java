package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.subscription.SubscriptionDocument;
import factory.integration.query.subscription.SubscriptionViewStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Subscriptions as JSON; a change reads and writes within the writer's transaction. */
final class SqliteSubscriptionViewStore implements SubscriptionViewStore {

  private static final String INSERT =
      "INSERT INTO subscription_view (entry, tenant, subscription_id, owner_id, version, view)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String OLDER =
      "SELECT view FROM subscription_view WHERE subscription_id = ? AND version < ?";
  private static final String UPDATE =
      "UPDATE subscription_view SET owner_id = ?, version = ?, view = ? WHERE subscription_id = ?";
  private static final String DELETE = "DELETE FROM subscription_view WHERE subscription_id = ?";
  private static final String ALL = "SELECT e.entry, e.tenant, e.view FROM subscription_view e";
  private static final String ONE = ALL + " WHERE e.subscription_id = ? AND e.tenant = ?";

  private static final Json<SubscriptionView> VIEW = new Json<>(new TypeReference<>() {});

  private final SqliteDatabase database;

  SqliteSubscriptionViewStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(SubscriptionDocument subscription) {
    SubscriptionView view = subscription.view();
    @Nullable Object[] row = {
      subscription.key(),
      subscription.tenant(),
      view.subscriptionId().value(),
      view.settings().ownerId(),
      view.version(),
      VIEW.write(view)
    };
    database.write(session -> session.update(INSERT, row));
  }

  @Override
  public void change(SubscriptionId id, long version, UnaryOperator<SubscriptionView> change) {
    database.write(session -> changeIn(session, id, version, change));
  }

  private static void changeIn(
      SqliteSession session,
      SubscriptionId id,
      long version,
      UnaryOperator<SubscriptionView> change)
      throws SQLException {
    Optional<String> older = session.first(OLDER, row -> row.getString(1), id.value(), version);
    if (older.isPresent()) {
      SubscriptionView changed = change.apply(VIEW.read(older.get()));
      String ownerId = changed.settings().ownerId();
      session.update(UPDATE, ownerId, version, VIEW.write(changed), id.value());
    }
  }

  @Override
  public void remove(SubscriptionId id) {
    database.write(session -> session.update(DELETE, id.value()));
  }

  @Override
  public void clear() {
    database.write(session -> session.update("DELETE FROM subscription_view"));
  }

  @Override
  public Optional<SubscriptionDocument> get(TenantId tenant, SubscriptionId id) {
    return database.read(
        session ->
            session.first(ONE, SqliteSubscriptionViewStore::read, id.value(), tenant.value()));
  }

  @Override
  public Slice<SubscriptionDocument> find(FindSubscriptions query, PageRequest page) {
    Select select = select(query);
    List<SubscriptionDocument> found =
        database.read(
            session ->
                select.newest(
                    session,
                    SqliteSubscriptionViewStore::read,
                    page.after().entry(),
                    page.limit() + 1));
    return Slice.of(found, page.limit(), SubscriptionDocument::key);
  }

  static Select select(FindSubscriptions query) {
    String index =
        query.ownerId() == null ? "subscription_view_by_tenant" : "subscription_view_by_owner";
    return new Select(ALL + " INDEXED BY " + index)
        .where("e.tenant = ?", query.tenant())
        .where("e.owner_id = ?", query.ownerId());
  }

  private static SubscriptionDocument read(ResultSet row) throws SQLException {
    return new SubscriptionDocument(row.getLong(1), row.getString(2), VIEW.read(row.getString(3)));
  }
}
