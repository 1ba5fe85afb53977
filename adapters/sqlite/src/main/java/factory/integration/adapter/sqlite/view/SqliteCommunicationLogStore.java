package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.communication.CommunicationLogStore;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** Calls as JSON, found by their key alone: no index beside the table. */
final class SqliteCommunicationLogStore implements CommunicationLogStore {

  private static final String INSERT =
      "INSERT INTO communication_log (entry, tenant, exchange) VALUES (?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ONE =
      "SELECT exchange FROM communication_log WHERE entry = ? AND tenant = ?";

  private static final Json<HttpExchange> EXCHANGE = new Json<>(new TypeReference<>() {});

  private final SqliteDatabase database;

  SqliteCommunicationLogStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(long key, String tenant, HttpExchange exchange) {
    String json = EXCHANGE.write(exchange);
    database.write(session -> session.update(INSERT, key, tenant, json));
  }

  @Override
  public void clear() {
    database.write(session -> session.update("DELETE FROM communication_log"));
  }

  @Override
  public Optional<HttpExchange> find(TenantId tenant, long key) {
    return database
        .read(session -> session.first(ONE, row -> row.getString(1), key, tenant.value()))
        .map(EXCHANGE::read);
  }
}
