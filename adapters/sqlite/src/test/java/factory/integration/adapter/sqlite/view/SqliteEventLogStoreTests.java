package factory.integration.adapter.sqlite.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSchema;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.storage.contract.view.EventLogStoreContract;
import factory.integration.storage.contract.view.ReadModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventLogStoreTests extends EventLogStoreContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }

  @Test
  void keepsTheDataOfAnOlderFile(@TempDir Path directory) {
    Path file = directory.resolve("state.db");
    SqliteSchema older = new SqliteSchema("views", ViewSchema.SCHEMA.migrations().subList(0, 6));
    try (SqliteDatabase database = SqliteDatabase.openDerivable(file, older)) {
      database.write(
          session ->
              session.update(
                  "INSERT INTO source_event (entry, tenant, event_id, event_type, received_at,"
                      + " occurred_at, data)"
                      + " VALUES (1, 'acme', 'evt-1', 'a', 0, '2026-06-11T12:00:00Z', '{}')"));
    }
    try (SqliteDatabase database = SqliteDatabase.openDerivable(file, ViewSchema.SCHEMA)) {
      assertThat(new SqliteEventLogStore(database).get(new TenantId("acme"), EventId.of("1")))
          .hasValueSatisfying(event -> assertThat(event.data()).isEqualTo("{}"));
    }
  }
}
