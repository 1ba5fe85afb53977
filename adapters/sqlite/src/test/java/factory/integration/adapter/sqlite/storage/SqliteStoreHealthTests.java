package factory.integration.adapter.sqlite.storage;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.sqlite.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreHealthTests {

  @TempDir Path directory;

  @Test
  void reachesTwoFilesThatWork() {
    try (SqliteDatabase events = SqliteDatabase.openDurable(directory.resolve("events.db"));
        SqliteDatabase state = SqliteDatabase.openDerivable(directory.resolve("state.db"))) {
      SqliteStoreHealth health = new SqliteStoreHealth(events, state);

      assertThat(health.isReachable()).isTrue();
      assertThat(health.isReachable()).isTrue();
    }
  }

  @Test
  void missesAFileThatCannotBeWritten() {
    try (SqliteDatabase events = SqliteDatabase.openDurable(directory.resolve("events.db"));
        SqliteDatabase state = SqliteDatabase.openDerivable(directory.resolve("state.db"))) {
      SqliteStoreHealth health = new SqliteStoreHealth(events, state);

      setReadOnly(state, true);
      assertThat(health.isReachable()).isFalse();
    }
  }

  @Test
  void missesAFileThatIsClosed() {
    try (SqliteDatabase events = SqliteDatabase.openDurable(directory.resolve("events.db"))) {
      SqliteDatabase state = SqliteDatabase.openDerivable(directory.resolve("state.db"));
      SqliteStoreHealth health = new SqliteStoreHealth(events, state);
      state.close();

      assertThat(health.isReachable()).isFalse();
    }
  }

  private static void setReadOnly(SqliteDatabase database, boolean readOnly) {
    database.change(
        session -> {
          session.update("PRAGMA query_only = " + readOnly);
          return readOnly;
        });
  }
}
