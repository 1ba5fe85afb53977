package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.storage.contract.view.ReadModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A file with the tables of the read models, empty for each test. */
final class ViewDatabase implements BeforeEachCallback, AfterEachCallback {

  private Path directory;
  private SqliteDatabase database;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("views");
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), ViewSchema.SCHEMA);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    database.close();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  /** How SQLite would run a query. */
  List<String> plan(String sql) {
    return database.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4));
  }

  ReadModels readModels() {
    return new ReadModels(
        new SqliteEventLogStore(database),
        new SqliteSearchIndex(database),
        new SqliteIntegrationEventStore(database),
        new SqliteCommunicationLogStore(database),
        new SqliteSubscriptionViewStore(database),
        new SqliteDeadLetterStore(database),
        new SqliteRegistryStore(database));
  }
}
