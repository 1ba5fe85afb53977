package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.LetterStore;
import factory.integration.adapter.axon.StoredLetter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;

/** Letters in a table; asking whether a sequence is blocked costs no read. */
final class SqliteLetterStore implements LetterStore {

  private final DeadLetterTable table;
  private final DeadLetterIndex index;
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  SqliteLetterStore(DeadLetterTable table, DeadLetterIndex index) {
    this.table = table;
    this.index = index;
  }

  @Override
  public void add(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    index.add(sequence);
    try {
      table.insert(sequence, letter);
    } finally {
      index.added(sequence);
    }
  }

  @Override
  public void update(StoredLetter stored, DeadLetter<? extends EventMessage<?>> letter) {
    table.update(stored, letter);
  }

  @Override
  public void remove(StoredLetter stored) {
    table.delete(stored);
    index.changed();
  }

  @Override
  public void removeAll() {
    table.deleteAll();
    index.changed();
  }

  @Override
  public boolean contains(StoredLetter stored) {
    return table.contains(stored);
  }

  @Override
  public long count() {
    return index.letters();
  }

  @Override
  public long count(String sequence) {
    return index.size(sequence);
  }

  @Override
  public long sequences() {
    return index.sequences();
  }

  @Override
  public List<StoredLetter> sequence(String sequence) {
    return table.sequence(sequence);
  }

  @Override
  public List<StoredLetter> heads() {
    return index.sequences() == 0 ? List.of() : table.heads();
  }

  /** Nobody else uses the file, so this process need only remember it. */
  @Override
  public boolean claim(StoredLetter head) {
    return claimed.add(head.sequence());
  }

  @Override
  public void release(StoredLetter head) {
    index.afterwards(() -> claimed.remove(head.sequence()));
  }
}
