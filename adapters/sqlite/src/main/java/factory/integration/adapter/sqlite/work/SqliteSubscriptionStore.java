package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.saga.routing.RoutableSubscription;
import factory.integration.saga.routing.SubscriptionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The routing table, one row a subscription. */
final class SqliteSubscriptionStore implements SubscriptionStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SAVE =
      "INSERT OR REPLACE INTO subscription (id, tenant, subscription) VALUES (?, ?, ?)";
  private static final String REMOVE = "DELETE FROM subscription WHERE id = ?";
  private static final String CHANGED = "UPDATE subscription_version SET version = version + 1";
  private static final String VERSION = "SELECT version FROM subscription_version";
  private static final String ALL = "SELECT tenant, subscription FROM subscription ORDER BY id";

  private final SqliteDatabase database;

  SqliteSubscriptionStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(RoutableSubscription subscription) {
    String id = subscription.subscription().subscriptionId().value();
    String tenant = subscription.tenant().value();
    String view = JSON.writeValueAsString(subscription.subscription());
    change(session -> session.update(SAVE, id, tenant, view));
  }

  @Override
  public void remove(SubscriptionId subscriptionId) {
    change(session -> session.update(REMOVE, subscriptionId.value()));
  }

  private void change(SqliteDatabase.Write write) {
    database.write(
        session -> {
          write.apply(session);
          session.update(CHANGED);
        });
  }

  @Override
  public List<RoutableSubscription> findAll() {
    return database.list(ALL, SqliteSubscriptionStore::read);
  }

  @Override
  public long version() {
    return database.first(VERSION, row -> row.getLong(1)).orElse(0L);
  }

  private static RoutableSubscription read(ResultSet row) throws SQLException {
    SubscriptionView view = JSON.readValue(row.getString(2), SubscriptionView.class);
    return new RoutableSubscription(new TenantId(row.getString(1)), view);
  }
}
