package factory.integration.adapter.mongo;

import factory.integration.adapter.mongo.MongoWrites.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a thread has collected since its transaction began. */
final class OpenTransaction {

  private record Pending<W>(Target<W> target, List<W> writes) {

    void flush() {
      target.write(writes);
    }
  }

  private record Entry<W>(Target<W> target, W write) {

    @SuppressWarnings("unchecked") // a target is the key of its own kind of writes only
    void addTo(Map<Target<?>, Pending<?>> pending) {
      ((Pending<W>) pending.computeIfAbsent(target, _ -> new Pending<>(target, new ArrayList<>())))
          .writes()
          .add(write);
    }
  }

  /** How much was collected at some moment. */
  record Mark(int checks, int writes, int finishes) {}

  private final List<Runnable> checks = new ArrayList<>();
  private final List<Entry<?>> writes = new ArrayList<>();
  private final List<Runnable> finishes = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  <W> void add(Target<W> target, W write) {
    writes.add(new Entry<>(target, write));
  }

  void addCheck(Runnable action) {
    checks.add(action);
  }

  void addFinish(Runnable action) {
    finishes.add(action);
  }

  void addAfterwards(Runnable action) {
    afterwards.add(action);
  }

  Mark mark() {
    return new Mark(checks.size(), writes.size(), finishes.size());
  }

  /** Drops what was collected since. */
  void rollbackTo(Mark mark) {
    keep(checks, mark.checks());
    keep(writes, mark.writes());
    keep(finishes, mark.finishes());
  }

  private static void keep(List<?> steps, int count) {
    if (count < steps.size()) {
      steps.subList(count, steps.size()).clear();
    }
  }

  /** Checks, writes target by target, and finishes. */
  void commit() {
    checks.forEach(Runnable::run);
    Map<Target<?>, Pending<?>> pending = new LinkedHashMap<>();
    writes.forEach(entry -> entry.addTo(pending));
    pending.values().forEach(Pending::flush);
    finishes.forEach(Runnable::run);
  }

  void runAfterwards() {
    afterwards.forEach(Runnable::run);
  }
}
