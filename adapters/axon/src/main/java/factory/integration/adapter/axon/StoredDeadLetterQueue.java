package factory.integration.adapter.axon;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Events that a processing group could not handle, and those that wait behind them. */
public final class StoredDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

  private static final int MAX_SEQUENCES = 1024;
  private static final int MAX_SEQUENCE_SIZE = 1024;

  private final LetterStore letters;

  public StoredDeadLetterQueue(LetterStore letters) {
    this.letters = letters;
  }

  @Override
  public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
    String sequence = nameOf(sequenceIdentifier);
    if (isFull(sequence)) {
      throw new DeadLetterQueueOverflowException(
          "no room for event %s of sequence %s; process or clear the dead letters first"
              .formatted(letter.message().getIdentifier(), sequence));
    }
    letters.add(sequence, letter);
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
    return letters.heads().stream().map(head -> deadLetterSequence(head.sequence())).toList();
  }

  @Override
  public boolean isFull(Object sequenceIdentifier) {
    long size = sequenceSize(sequenceIdentifier);
    return size > 0 ? size >= MAX_SEQUENCE_SIZE : amountOfSequences() >= MAX_SEQUENCES;
  }

  @Override
  public long size() {
    return letters.count();
  }

  @Override
  public long sequenceSize(Object sequenceIdentifier) {
    return letters.count(nameOf(sequenceIdentifier));
  }

  @Override
  public long amountOfSequences() {
    return letters.sequences();
  }

  @Override
  public boolean process(
      Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (StoredLetter head : letters.heads()) {
      if (sequenceFilter.test(head) && letters.claim(head)) {
        try {
          return processSequence(head.sequence(), task);
        } finally {
          letters.release(head);
        }
      }
    }
    return false;
  }

  private boolean processSequence(
      String sequence,
      Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
    for (StoredLetter letter : letters.sequence(sequence)) {
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
    letters.removeAll();
  }

  private static String nameOf(Object sequenceIdentifier) {
    return sequenceIdentifier instanceof String name
        ? name
        : Integer.toString(sequenceIdentifier.hashCode());
  }
}
