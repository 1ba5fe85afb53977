package factory.integration.app;

import factory.integration.gateway.admin.ParkedEvent;
import factory.integration.gateway.admin.ParkedEvents;
import factory.integration.gateway.problem.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** What the processing groups' dead-letter queues hold. */
final class DeadLetteredEvents implements ParkedEvents {

  private final EventProcessingConfiguration processing;

  DeadLetteredEvents(EventProcessingConfiguration processing) {
    this.processing = processing;
  }

  /** How many sequences of the processor are parked. */
  long count(String processor) {
    return groupsOf(processor)
        .map(this::queueOf)
        .mapToLong(SequencedDeadLetterQueue::amountOfSequences)
        .sum();
  }

  @Override
  public Optional<List<ParkedEvent>> of(String processor) {
    List<ParkedEvent> heads =
        groupsOf(processor).map(this::queueOf).flatMap(queue -> heads(queue).stream()).toList();
    return groupsOf(processor).findAny().map(_ -> heads);
  }

  @Override
  public Optional<ParkedEvent> retry(String processor, String sequence) {
    String group = groupWith(processor, sequence);
    processing
        .sequencedDeadLetterProcessor(group)
        .ifPresent(letters -> letters.process(it -> sequence.equals(sequenceOf(it))));
    return first(queueOf(group).deadLetterSequence(sequence));
  }

  @Override
  public void drop(String processor, String sequence, boolean all) {
    SequencedDeadLetterQueue<EventMessage<?>> queue = queueOf(groupWith(processor, sequence));
    for (DeadLetter<? extends EventMessage<?>> letter : queue.deadLetterSequence(sequence)) {
      queue.evict(letter);
      if (!all) {
        return;
      }
    }
  }

  private String groupWith(String processor, String sequence) {
    return groupsOf(processor)
        .filter(group -> queueOf(group).contains(sequence))
        .findFirst()
        .orElseThrow(() -> RequestRefused.notFound("parked sequence"));
  }

  /** Those with handlers: Axon makes a queue for whatever name it is asked. */
  private Stream<String> groupsOf(String processor) {
    return ProcessorConfiguration.groupsOf(processor).stream()
        .filter(group -> processing.sequencedDeadLetterProcessor(group).isPresent());
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queueOf(String group) {
    return processing.deadLetterQueue(group).orElseThrow();
  }

  private static List<ParkedEvent> heads(SequencedDeadLetterQueue<EventMessage<?>> queue) {
    List<ParkedEvent> heads = new ArrayList<>();
    queue.deadLetters().forEach(sequence -> first(sequence).ifPresent(heads::add));
    return heads;
  }

  private static Optional<ParkedEvent> first(
      Iterable<DeadLetter<? extends EventMessage<?>>> sequence) {
    long waiting = 0;
    DeadLetter<? extends EventMessage<?>> first = null;
    for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
      first = first == null ? letter : first;
      waiting++;
    }
    return first == null ? Optional.empty() : Optional.of(parked(first, waiting));
  }

  private static ParkedEvent parked(DeadLetter<? extends EventMessage<?>> letter, long waiting) {
    EventMessage<?> event = letter.message();
    return new ParkedEvent(
        sequenceOf(letter),
        event.getIdentifier(),
        event.getPayloadType().getSimpleName(),
        event.getTimestamp(),
        letter.enqueuedAt(),
        letter.lastTouched(),
        letter.cause().map(DeadLetteredEvents::reason).orElse(null),
        waiting);
  }

  private static String reason(Cause cause) {
    return cause.type() + ": " + cause.message();
  }

  /** As events are put in sequence: by aggregate. */
  private static String sequenceOf(DeadLetter<? extends EventMessage<?>> letter) {
    return letter.message() instanceof DomainEventMessage<?> event
        ? event.getAggregateIdentifier()
        : letter.message().getIdentifier();
  }
}
