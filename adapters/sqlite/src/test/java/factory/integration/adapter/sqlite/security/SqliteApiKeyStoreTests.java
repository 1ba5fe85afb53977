package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.gateway.security.ApiKeyStore;
import factory.integration.storage.contract.ApiKeyStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteApiKeyStoreTests extends ApiKeyStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), SecuritySchema.SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected ApiKeyStore keys() {
    return new SqliteApiKeyStore(database);
  }
}
