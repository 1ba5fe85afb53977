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
  record Mark(int writes, int last) {}

  private final List<Entry<?>> writes = new ArrayList<>();
  private final List<Runnable> last = new ArrayList<>();

  <W> void add(Target<W> target, W write) {
    writes.add(new Entry<>(target, write));
  }

  void addLast(Runnable write) {
    last.add(write);
  }

  Mark mark() {
    return new Mark(writes.size(), last.size());
  }

  /** Drops what was collected since. */
  void rollbackTo(Mark mark) {
    writes.subList(Math.min(mark.writes(), writes.size()), writes.size()).clear();
    last.subList(Math.min(mark.last(), last.size()), last.size()).clear();
  }

  /** Writes everything, target by target. */
  void flush() {
    Map<Target<?>, Pending<?>> pending = new LinkedHashMap<>();
    writes.forEach(entry -> entry.addTo(pending));
    pending.values().forEach(Pending::flush);
    last.forEach(Runnable::run);
  }
}
