package factory.integration.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.storage.contract.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTests {

  private static final SqliteSchema NUMBERS =
      new SqliteSchema(
          "numbers",
          List.of(
              new SqliteMigration(
                  1,
                  "numbers",
                  List.of("CREATE TABLE number (n INTEGER PRIMARY KEY, data BLOB)"))));

  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("test.db"), NUMBERS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void readsWhatItWrote() {
    database.write(insert(1));
    database.writeDurably(insert(2));
    long rows = database.change(session -> session.update("INSERT INTO number VALUES (3, NULL)"));

    assertThat(rows).isEqualTo(1);
    assertThat(numbers()).containsExactly(1L, 2L, 3L);
    assertThat(database.first("SELECT n FROM number WHERE n = ?", row -> row.getLong(1), 9))
        .isEmpty();
  }

  @Test
  void keepsWhatItWroteWhenItIsOpenedAgain() {
    database.write(insert(1));
    close();
    open();

    assertThat(numbers()).containsExactly(1L);
  }

  @Test
  void failsRefusedWritesAlone() throws InterruptedException {
    database.write(insert(0));

    var outcomes =
        Together.run(
            32,
            thread ->
                () -> {
                  for (int i = 1; i <= 20; i++) {
                    boolean taken = thread == 5 && i == 20;
                    long number = taken ? 0 : thread * 100L + i;
                    database.write(
                        session -> {
                          insert(10_000 + number).apply(session);
                          insert(number).apply(session);
                        });
                  }
                  return thread;
                });

    assertThat(outcomes.stream().filter(Objects::nonNull))
        .singleElement()
        .isInstanceOf(SqliteFailure.class);
    assertThat(numbers()).hasSize(1 + 2 * (32 * 20 - 1)).doesNotContain(10_000L);
  }

  @Test
  void passesOnWhatAWriteThrows() {
    assertThatThrownBy(
            () ->
                database.write(
                    session -> {
                      insert(1).apply(session);
                      throw new IllegalStateException("mine");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");

    assertThat(numbers()).isEmpty();
  }

  @Test
  void survivesAnErrorInAWrite() {
    assertThatThrownBy(
            () ->
                database.write(
                    _ -> {
                      throw new StackOverflowError("on purpose");
                    }))
        .isInstanceOf(RuntimeException.class);

    database.write(insert(1));
    assertThat(numbers()).containsExactly(1L);
  }

  @Test
  void refusesToWriteWhileReading() {
    assertThatThrownBy(
            () -> database.read(session -> session.update("INSERT INTO number VALUES (1, NULL)")))
        .isInstanceOf(RuntimeException.class);

    assertThat(numbers()).isEmpty();
  }

  @Test
  void tellsOfAFullDiskAndRecovers() {
    database.write(insert(1));
    limitPages(20);

    assertThatThrownBy(() -> fill(100))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("test.db");
    long kept = numbers().size();
    assertThatThrownBy(() -> fill(1_000)).isInstanceOf(StoreUnavailable.class);
    assertThat(numbers()).hasSize((int) kept);

    limitPages(1_000_000);
    database.write(insert(2_000));
    assertThat(numbers()).contains(1L, 2_000L);
  }

  @Test
  void tellsOfALostFileAndRecovers() throws IOException {
    database.write(insert(1));
    close();
    Path file = directory.resolve("test.db");
    Path aside = directory.resolve("aside.db");
    Files.move(file, aside);
    Files.createDirectory(file);

    assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class);

    Files.delete(file);
    Files.move(aside, file);
    open();
    assertThat(numbers()).containsExactly(1L);
  }

  @Test
  void keepsItsLogShort() throws IOException {
    byte[] data = new byte[100_000];
    for (int i = 0; i < 3_000; i++) {
      database.write(
          session -> session.update("INSERT OR REPLACE INTO number VALUES (7, ?)", data));
    }

    assertThat(Files.size(directory.resolve("test.db-wal"))).isLessThan(150_000_000L);
  }

  @Test
  void finishesWhatWaitsBeforeItCloses() throws InterruptedException {
    List<Long> written = new ArrayList<>();
    var outcomes =
        Together.run(
            8,
            thread ->
                () -> {
                  if (thread == 0) {
                    database.close();
                    return null;
                  }
                  for (int i = 0; i < 1_000; i++) {
                    long number = thread * 1_000L + i;
                    database.write(insert(number));
                    synchronized (written) {
                      written.add(number);
                    }
                  }
                  return null;
                });

    assertThat(outcomes).allMatch(each -> each == null || each instanceof StoreUnavailable);
    open();
    assertThat(numbers()).containsAll(written);
  }

  @Test
  void refusesWorkOnceItIsClosed() {
    close();

    assertThatThrownBy(() -> database.write(insert(1))).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(this::numbers).isInstanceOf(StoreUnavailable.class);
  }

  private static SqliteDatabase.Write insert(long number) {
    return session -> session.update("INSERT INTO number VALUES (?, NULL)", number);
  }

  private void fill(int from) {
    byte[] data = new byte[10_000];
    for (int i = from; i < from + 900; i++) {
      long number = i;
      database.write(session -> session.update("INSERT INTO number VALUES (?, ?)", number, data));
    }
  }

  /** Stands in for a disk without space: SQLite answers both in the same way. */
  private void limitPages(int pages) {
    database.change(
        session -> session.list("PRAGMA max_page_count = " + pages, row -> row.getLong(1)));
  }

  private List<Long> numbers() {
    return database.list("SELECT n FROM number ORDER BY n", row -> row.getLong(1));
  }
}
