package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.sqlite.SqliteDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How many letters each sequence of a queue has, in memory, since every event that is handled asks
 * for it. Letters count from the moment they are enqueued, before their transaction commits, so
 * that the next event of the batch is parked behind them.
 */
final class DeadLetterIndex {

  private static final String COUNT =
      "SELECT sequence, count(*) FROM dead_letter WHERE processing_group = ? GROUP BY sequence";

  private final SqliteDatabase database;
  private final String processingGroup;
  private final Map<String, Integer> uncommitted = new ConcurrentHashMap<>();
  private volatile Map<String, Integer> committed = Map.of();
  private volatile boolean stale = true;

  private record Size(String sequence, int letters) {}

  DeadLetterIndex(SqliteDatabase database, String processingGroup) {
    this.database = database;
    this.processingGroup = processingGroup;
  }

  int size(String sequence) {
    Map<String, Integer> counted = committed();
    if (counted.isEmpty() && uncommitted.isEmpty()) {
      return 0;
    }
    return counted.getOrDefault(sequence, 0) + uncommitted.getOrDefault(sequence, 0);
  }

  int sequences() {
    Set<String> names = new HashSet<>(committed().keySet());
    names.addAll(uncommitted.keySet());
    return names.size();
  }

  long letters() {
    return Stream.concat(committed().values().stream(), uncommitted.values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** Call before the letter is written. */
  void add(String sequence) {
    uncommitted.merge(sequence, 1, Integer::sum);
  }

  /** Call after the letter was written, within the same transaction. */
  void added(String sequence) {
    database.afterwards(
        () -> {
          stale = true;
          uncommitted.computeIfPresent(sequence, (key, count) -> count > 1 ? count - 1 : null);
        });
  }

  /** Call after letters were removed, within the same transaction. */
  void changed() {
    database.afterwards(() -> stale = true);
  }

  /** Runs when the calling thread's transaction has ended. */
  void afterwards(Runnable action) {
    database.afterwards(action);
  }

  private Map<String, Integer> committed() {
    if (stale) {
      load();
    }
    return committed;
  }

  private synchronized void load() {
    if (stale) {
      stale = false;
      Map<String, Integer> counted = new HashMap<>();
      database
          .list(COUNT, row -> new Size(row.getString(1), row.getInt(2)), processingGroup)
          .forEach(size -> counted.put(size.sequence(), size.letters()));
      committed = counted;
    }
  }
}
