package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.ClaimedTokenStore;
import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.query.retention.RunningRebuilds;
import factory.integration.storage.contract.TokenStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTokenStoreTests extends TokenStoreContract {

  @TempDir Path directory;
  private SqliteDatabase database;
  private Instant now = Instant.parse("2030-01-02T12:00:00Z");

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), ProcessingSchema.SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected TokenStore tokenStore(String node) {
    TokenTable table = new TokenTable(database, node, Duration.ofSeconds(10));
    return new ClaimedTokenStore(table, () -> now, new UniqueIds(() -> now)::next);
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }

  @Override
  protected RunningRebuilds rebuilds() {
    return () -> TokenTable.hasReplay(database);
  }

  @Override
  protected void passTime(Duration duration) {
    now = now.plus(duration);
  }
}
