package factory.integration.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTransactionManagerTests {

  private static final SqliteSchema NUMBERS =
      new SqliteSchema(
          "numbers",
          List.of(
              new SqliteMigration(
                  1, "numbers", List.of("CREATE TABLE number (n INTEGER PRIMARY KEY)"))));

  @TempDir Path directory;
  private SqliteDatabase database;
  private TransactionManager transactions;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("test.db"), NUMBERS);
    transactions = database.transactions();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void showsWritesWhenTheyAreCommitted() {
    Transaction transaction = transactions.startTransaction();
    write(1);
    write(2);
    assertThat(numbers()).isEmpty();

    transaction.commit();
    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  void dropsWhatIsRolledBack() {
    Transaction transaction = transactions.startTransaction();
    write(1);
    transaction.rollback();
    write(2);

    assertThat(numbers()).containsExactly(2L);
  }

  @Test
  void writesAllOrNothing() {
    write(2);

    assertThatThrownBy(
            () ->
                transactions.executeInTransaction(
                    () -> {
                      write(1);
                      write(2);
                    }))
        .isInstanceOf(SqliteFailure.class);
    assertThat(numbers()).containsExactly(2L);

    write(3);
    assertThat(numbers()).containsExactly(2L, 3L);
  }

  @Test
  void joinsTheOutermostTransaction() {
    Transaction outermost = transactions.startTransaction();
    write(1);
    transactions.executeInTransaction(() -> write(2));
    assertThat(numbers()).isEmpty();

    outermost.commit();
    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  void dropsTheWritesOfANestedRollbackAlone() {
    Transaction outermost = transactions.startTransaction();
    write(1);
    Transaction nested = transactions.startTransaction();
    write(2);
    nested.rollback();
    write(3);
    outermost.commit();

    assertThat(numbers()).containsExactly(1L, 3L);
  }

  @Test
  void leavesUrgentWritesOutOfTheTransaction() {
    Transaction transaction = transactions.startTransaction();
    database.writeDurably(insert(1));
    database.change(session -> session.update("INSERT INTO number VALUES (2)"));
    transaction.rollback();

    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  void tellsWhenATransactionHasEnded() {
    List<String> told = new ArrayList<>();
    database.afterwards(() -> told.add("at once"));
    transactions.executeInTransaction(() -> database.afterwards(() -> told.add("committed")));
    Transaction transaction = transactions.startTransaction();
    database.afterwards(() -> told.add("rolled back"));
    assertThat(told).containsExactly("at once", "committed");
    transaction.rollback();

    assertThat(told).containsExactly("at once", "committed", "rolled back");
  }

  private void write(long number) {
    database.write(insert(number));
  }

  private static SqliteDatabase.Write insert(long number) {
    return session -> session.update("INSERT INTO number VALUES (?)", number);
  }

  private List<Long> numbers() {
    return database.list("SELECT n FROM number ORDER BY n", row -> row.getLong(1));
  }
}
