package factory.integration.adapter.sqlite.processing;

import java.util.List;
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
 * transaction; asking whether a sequence is blocked costs no read.
 */
final class SqliteSequencedDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

  private static final int MAX_SEQUENCES = 1024;
  private static final int MAX_SEQUENCE_SIZE = 1024;

  private final DeadLetterTable table;
  private final DeadLetterIndex index;
  private final Set<String> inProcess = ConcurrentHashMap.newKeySet();

  SqliteSequencedDeadLetterQueue(DeadLetterTable table, DeadLetterIndex index) {
    this.table = table;
    this.index = index;
  }

  @Override
  public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
    String sequence = nameOf(sequenceIdentifier);
    if (isFull(sequence)) {
      throw new DeadLetterQueueOverflowException(
          "no room for event %s of sequence %s; process or clear the dead letters first"
              .formatted(letter.message().getIdentifier(), sequence));
    }
    index.add(sequence);
    try {
      table.insert(sequence, letter);
    } finally {
      index.added(sequence);
    }
  }

  @Override
  public void evict(DeadLetter<? extends EventMessage<?>> letter) {
    table.delete(StoredLetter.of(letter));
    index.changed();
  }

  @Override
  public void requeue(
      DeadLetter<? extends EventMessage<?>> letter,
      UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater) {
    StoredLetter stored = StoredLetter.of(letter);
    if (!table.contains(stored)) {
      throw new NoSuchDeadLetterException(
          "event %s is not in the queue any more".formatted(letter.message().getIdentifier()));
    }
    table.update(stored, letterUpdater.apply(stored).markTouched());
  }

  @Override
  public boolean contains(Object sequenceIdentifier) {
    return sequenceSize(sequenceIdentifier) > 0;
  }

  @Override
  public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(
      Object sequenceIdentifier) {
    return List.copyOf(table.sequence(nameOf(sequenceIdentifier)));
  }

  @Override
  public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
    return table.heads().stream().map(head -> deadLetterSequence(head.sequence())).toList();
  }

  @Override
  public boolean isFull(Object sequenceIdentifier) {
    long size = sequenceSize(sequenceIdentifier);
    return size > 0 ? size >= MAX_SEQUENCE_SIZE : amountOfSequences() >= MAX_SEQUENCES;
  }

  @Override
  public long size() {
    return index.letters();
  }

  @Override
  public long sequenceSize(Object sequenceIdentifier) {
    return index.size(nameOf(sequenceIdentifier));
  }

  @Override
  public long amountOfSequences() {
    return index.sequences();
  }

  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (StoredLetter head : index.sequences() == 0 ? List.<StoredLetter>of() : table.heads()) {
      if (sequenceFilter.test(head) && inProcess.add(head.sequence())) {
        try {
          return processSequence(head, task);
        } finally {
          inProcess.remove(head.sequence());
        }
      }
    }
    return false;
  }

  private boolean processSequence(
      StoredLetter head,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (StoredLetter letter : table.sequence(head.sequence())) {
      EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
      if (decision.shouldEnqueue()) {
        requeue(letter, kept -> decided(kept, decision));
        return false;
      }
      evict(letter);
    }
    return true;
  }

  private static DeadLetter<? extends EventMessage<?>> decided(
      DeadLetter<? extends EventMessage<?>> letter, EnqueueDecision<EventMessage<?>> decision) {
    DeadLetter<? extends EventMessage<?>> described = decision.withDiagnostics(letter);
    return decision.enqueueCause().isPresent()
        ? described.withCause(decision.enqueueCause().get())
        : described;
  }

  @Override
  public void clear() {
    table.deleteAll();
    index.changed();
  }

  private static String nameOf(Object sequenceIdentifier) {
    return sequenceIdentifier instanceof String name
        ? name
        : Integer.toString(sequenceIdentifier.hashCode());
  }
}
