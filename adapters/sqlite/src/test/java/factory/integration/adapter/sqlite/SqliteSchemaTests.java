package factory.integration.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSchemaTests {

  private static final SqliteMigration FIRST =
      new SqliteMigration(1, "a table", List.of("CREATE TABLE t (a INTEGER)"));
  private static final SqliteMigration SECOND =
      new SqliteMigration(
          2, "a column", List.of("ALTER TABLE t ADD COLUMN b", "INSERT INTO t VALUES (1, 2)"));
  private static final SqliteMigration BROKEN =
      new SqliteMigration(2, "broken", List.of("CREATE TABLE u (a)", "no SQL"));

  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDurable(directory.resolve("test.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void runsEachMigrationOnce() {
    database.add(schema(FIRST));
    database.add(schema(FIRST, SECOND));
    database.add(schema(FIRST, SECOND));

    assertThat(database.list("SELECT b FROM t", row -> row.getInt(1))).containsExactly(2);
  }

  @Test
  void countsVersionsOfEachPart() {
    database.add(schema(FIRST, SECOND));
    database.add(
        new SqliteSchema(
            "other",
            List.of(new SqliteMigration(1, "another", List.of("CREATE TABLE other (a)")))));

    assertThat(database.list("SELECT a FROM other", row -> row.getInt(1))).isEmpty();
  }

  @Test
  void leavesNothingOfABrokenMigration() {
    database.add(schema(FIRST));

    assertThatThrownBy(() -> database.add(schema(FIRST, BROKEN))).isInstanceOf(SqliteFailure.class);

    assertThat(tables()).contains("t").doesNotContain("u");
    database.add(schema(FIRST, SECOND));
  }

  @Test
  void refusesFilesOfANewerVersion() {
    database.add(schema(FIRST, SECOND));

    assertThatThrownBy(() -> database.add(schema(FIRST)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void refusesGapsInTheNumbering() {
    assertThatThrownBy(() -> schema(SECOND)).isInstanceOf(IllegalArgumentException.class);
  }

  private static SqliteSchema schema(SqliteMigration... migrations) {
    return new SqliteSchema("test", List.of(migrations));
  }

  private List<String> tables() {
    return database.list("SELECT name FROM sqlite_schema", row -> row.getString(1));
  }
}
