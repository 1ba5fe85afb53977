package factory.integration.adapter.mongo.processing;

import factory.integration.adapter.mongo.MongoWrites;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * Events that a processing group could not handle, and those that wait behind them. Writes join the
 * transaction. Each question is a query: let the group's invoker cache which sequences are blocked.
 */
final class MongoSequencedDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

  private static final int MAX_SEQUENCES = 1024;
  private static final int MAX_SEQUENCE_SIZE = 1024;
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private final DeadLetters letters;
  private final MongoWrites writes;
  private final InstantSource clock;
  private final Map<String, Integer> uncommitted = new ConcurrentHashMap<>();

  MongoSequencedDeadLetterQueue(DeadLetters letters, MongoWrites writes, InstantSource clock) {
    this.letters = letters;
    this.writes = writes;
    this.clock = clock;
  }

  @Override
  public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
    String sequence = nameOf(sequenceIdentifier);
    if (isFull(sequence)) {
      throw new DeadLetterQueueOverflowException(
          "no room for event %s of sequence %s; process or clear the dead letters first"
              .formatted(letter.message().getIdentifier(), sequence));
    }
    int waiting = uncommitted.merge(sequence, 1, Integer::sum) - 1;
    try {
      letters.add(sequence, letter, waiting);
    } finally {
      writes.afterwards(
          () -> uncommitted.computeIfPresent(sequence, (_, count) -> count > 1 ? count - 1 : null));
    }
  }

  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    letters.remove(StoredLetter.of(letter));
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
    StoredLetter stored = StoredLetter.of(letter);
    if (!letters.contains(stored)) {
      throw new NoSuchDeadLetterException(
          "event %s is not in the queue any more".formatted(letter.message().getIdentifier()));
    }
    letters.update(stored, letterUpdater.apply(stored).markTouched());
  }

  @Override
  public boolean contains(Object sequenceIdentifier) {
    return sequenceSize(sequenceIdentifier) > 0;
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(
      Object sequenceIdentifier) {
    return List.copyOf(letters.sequence(nameOf(sequenceIdentifier)));
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    return letters.sequencesByAge().stream().map(this::deadLetterSequence).toList();
  }

  @Override
  public boolean isFull(Object sequenceIdentifier) {
    long size = sequenceSize(sequenceIdentifier);
    return size > 0 ? size >= MAX_SEQUENCE_SIZE : amountOfSequences() >= MAX_SEQUENCES;
  }

  @Override
  public long size() {
    return letters.count() + uncommitted.values().stream().mapToLong(Integer::longValue).sum();
  }

  @Override
  public long sequenceSize(Object sequenceIdentifier) {
    String sequence = nameOf(sequenceIdentifier);
    return letters.count(sequence) + uncommitted.getOrDefault(sequence, 0);
  }

  @Override
  public long amountOfSequences() {
    Set<String> names = letters.sequences();
    names.addAll(uncommitted.keySet());
    return names.size();
  }

  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (String sequence : letters.sequencesByAge()) {
      List<StoredLetter> all = letters.sequence(sequence);
      if (!all.isEmpty() && sequenceFilter.test(all.getFirst()) && claim(all.getFirst())) {
        try {
          return processSequence(all, task);
        } finally {
          writes.afterwards(() -> letters.release(all.getFirst()));
        }
      }
    }
    return false;
  }

  private boolean claim(StoredLetter head) {
    long now = clock.millis();
    return letters.claim(head, now, now + CLAIM.toMillis());
  }

  private boolean processSequence(
      List<StoredLetter> sequence,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (StoredLetter letter : sequence) {
      EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
      if (decision.shouldEnqueue()) {
        requeue(letter, kept -> StoredLetter.decided(kept, decision));
        return false;
      }
      evict(letter);
    }
    return true;
  }

  @Override
  public void clear() {
    letters.removeAll();
  }

  private static String nameOf(Object sequenceIdentifier) {
    return sequenceIdentifier instanceof String name
        ? name
        : Integer.toString(sequenceIdentifier.hashCode());
  }
}
