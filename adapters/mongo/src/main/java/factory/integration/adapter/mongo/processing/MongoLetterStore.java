package factory.integration.adapter.mongo.processing;

import factory.integration.adapter.axon.LetterStore;
import factory.integration.adapter.axon.StoredLetter;
import factory.integration.adapter.mongo.MongoWrites;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;

/**
 * Letters in a collection. Each question is a query: let the group's invoker cache which sequences
 * are blocked.
 */
final class MongoLetterStore implements LetterStore {

  private static final Duration CLAIM = Duration.ofSeconds(30);

  private final DeadLetters letters;
  private final MongoWrites writes;
  private final InstantSource clock;
  private final Map<String, Integer> uncommitted = new ConcurrentHashMap<>();

  MongoLetterStore(DeadLetters letters, MongoWrites writes, InstantSource clock) {
    this.letters = letters;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void add(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    int waiting = uncommitted.merge(sequence, 1, Integer::sum) - 1;
    try {
      letters.add(sequence, letter, waiting);
    } finally {
      writes.afterwards(
          () -> uncommitted.computeIfPresent(sequence, (_, count) -> count > 1 ? count - 1 : null));
    }
  }

  @Override
  public void update(StoredLetter stored, DeadLetter<? extends EventMessage<?>> letter) {
    letters.update(stored, letter);
  }

  @Override
  public void remove(StoredLetter stored) {
    letters.remove(stored);
  }

  @Override
  public void removeAll() {
    letters.removeAll();
  }

  @Override
  public boolean contains(StoredLetter stored) {
    return letters.contains(stored);
  }

  @Override
  public long count() {
    return letters.count() + uncommitted.values().stream().mapToLong(Integer::longValue).sum();
  }

  @Override
  public long count(String sequence) {
    return letters.count(sequence) + uncommitted.getOrDefault(sequence, 0);
  }

  @Override
  public long sequences() {
    Set<String> names = letters.sequences();
    names.addAll(uncommitted.keySet());
    return names.size();
  }

  @Override
  public List<StoredLetter> sequence(String sequence) {
    return letters.sequence(sequence);
  }

  @Override
  public List<StoredLetter> heads() {
    return letters.heads();
  }

  @Override
  public boolean claim(StoredLetter head) {
    long now = clock.millis();
    return letters.claim(head, now, now + CLAIM.toMillis());
  }

  @Override
  public void release(StoredLetter head) {
    writes.afterwards(() -> letters.release(head));
  }
}
