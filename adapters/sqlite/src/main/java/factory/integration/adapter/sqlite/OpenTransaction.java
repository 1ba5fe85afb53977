package factory.integration.adapter.sqlite;

import factory.integration.adapter.sqlite.SqliteDatabase.Write;
import java.util.ArrayList;
import java.util.List;

/** What a thread has collected since its transaction began. */
final class OpenTransaction {

  private final List<Write> writes = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  void add(Write write) {
    writes.add(write);
  }

  void addAfterwards(Runnable action) {
    afterwards.add(action);
  }

  int size() {
    return writes.size();
  }

  /** Drops all but the first so many writes. */
  void rollbackTo(int kept) {
    if (kept < writes.size()) {
      writes.subList(kept, writes.size()).clear();
    }
  }

  List<Write> writes() {
    return writes;
  }

  void runAfterwards() {
    afterwards.forEach(Runnable::run);
  }
}
