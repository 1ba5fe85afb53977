package factory.integration.storage.contract;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** A queue of dead letters that holds at most 1024 sequences of 1024 letters. */
public abstract class DeadLetterQueueContract {

  private static final int LIMIT = 1024;
  private static final Serializer SERIALIZER = Happened.serializer();

  /** A further queue over the same letters of that processing group, as after a restart. */
  protected abstract SequencedDeadLetterQueue<EventMessage<?>> open(String processingGroup);

  protected abstract TransactionManager transactions();

  private SequencedDeadLetterQueue<EventMessage<?>> open() {
    return open("group");
  }

  @Test
  void blocksASequenceFromItsFirstLetterOn() {
    var queue = open();
    assertThat(queue.contains("a")).isFalse();
    assertThat(queue.enqueueIfPresent("a", () -> letter("a", 0))).isFalse();

    queue.enqueue("a", letter("a", 0));

    assertThat(queue.contains("a")).isTrue();
    assertThat(queue.contains("b")).isFalse();
    assertThat(queue.enqueueIfPresent("a", () -> letter("a", 1))).isTrue();
    assertThat(queue.sequenceSize("a")).isEqualTo(2);
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.amountOfSequences()).isEqualTo(1);
  }

  @Test
  void keepsLettersAsTheyWere() {
    DomainEventMessage<Happened> event = event("a", 4);
    TrackedEventMessage<Happened> tracked =
        new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(17), event);
    GenericDeadLetter<EventMessage<?>> letter =
        new GenericDeadLetter<>("a", tracked, new IllegalStateException("broken"));
    open().enqueue("a", letter.withDiagnostics(MetaData.with("attempt", 1)));

    DeadLetter<? extends EventMessage<?>> kept = only(open().deadLetterSequence("a"));

    assertThat(kept.message()).isInstanceOf(TrackedEventMessage.class);
    assertThat(((TrackedEventMessage<?>) kept.message()).trackingToken())
        .isEqualTo(new GlobalSequenceTrackingToken(17));
    assertThat(((DomainEventMessage<?>) kept.message()).getAggregateIdentifier()).isEqualTo("a");
    assertThat(((DomainEventMessage<?>) kept.message()).getSequenceNumber()).isEqualTo(4);
    assertThat(kept.message().getPayload()).isEqualTo(event.getPayload());
    assertThat(kept.message().getMetaData()).isEqualTo(event.getMetaData());
    assertThat(kept.message().getIdentifier()).isEqualTo(event.getIdentifier());
    assertThat(kept.message().getTimestamp()).isEqualTo(event.getTimestamp());
    assertThat(kept.cause().map(Cause::message)).contains("broken");
    assertThat(kept.diagnostics().get("attempt")).isEqualTo(1);
  }

  @Test
  void keepsEventsThatBelongToNoAggregate() {
    EventMessage<?> event = GenericEventMessage.asEventMessage(new Happened("alone"));
    open().enqueue("a", new GenericDeadLetter<>("a", event));

    assertThat(only(open().deadLetterSequence("a")).message())
        .isNotInstanceOf(DomainEventMessage.class)
        .isNotInstanceOf(TrackedEventMessage.class);
  }

  @Test
  void keepsGroupsApart() {
    open("one").enqueue("a", letter("a", 0));

    assertThat(open("two").contains("a")).isFalse();
    assertThat(open("two").deadLetters()).isEmpty();
    open("two").clear();
    assertThat(open("one").size()).isEqualTo(1);
  }

  @Test
  void processesASequenceInOrderAndEmptiesIt() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    queue.enqueue("b", letter("b", 0));
    queue.enqueue("a", letter("a", 1));
    List<Object> processed = new ArrayList<>();

    boolean done =
        queue.process(
            letter -> aggregateOf(letter).equals("a"),
            letter -> {
              processed.add(letter.message().getPayload());
              return Decisions.evict();
            });

    assertThat(done).isTrue();
    assertThat(processed).containsExactly(new Happened("a#0"), new Happened("a#1"));
    assertThat(queue.contains("a")).isFalse();
    assertThat(open().contains("b")).isTrue();
  }

  @Test
  void stopsAtALetterThatFailsAgain() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    queue.enqueue("a", letter("a", 1));

    boolean done =
        queue.process(
            letter ->
                Decisions.requeue(
                    new IllegalArgumentException("still broken"), l -> MetaData.with("tries", 2)));

    assertThat(done).isFalse();
    List<DeadLetter<? extends EventMessage<?>>> kept = new ArrayList<>();
    open().deadLetterSequence("a").forEach(kept::add);
    assertThat(kept).hasSize(2);
    assertThat(kept.getFirst().message().getPayload()).isEqualTo(new Happened("a#0"));
    assertThat(kept.getFirst().cause().map(Cause::message)).contains("still broken");
    assertThat(kept.getFirst().diagnostics().get("tries")).isEqualTo(2);
  }

  @Test
  void processesNothingWhenNothingMatches() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));

    assertThat(queue.process(_ -> false, _ -> Decisions.evict())).isFalse();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void givesASequenceToOneProcessingAtATime() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    List<Boolean> nested = new ArrayList<>();

    queue.process(
        _ -> {
          nested.add(queue.process(_ -> Decisions.evict()));
          return Decisions.evict();
        });

    assertThat(nested).containsExactly(false);
    assertThat(queue.size()).isZero();
  }

  @Test
  void blocksASequenceBeforeTheTransactionOfItsFirstLetterCommits() {
    var queue = open();
    Transaction transaction = transactions().startTransaction();
    queue.enqueue("a", letter("a", 0));
    assertThat(queue.enqueueIfPresent("a", () -> letter("a", 1))).isTrue();
    transaction.commit();

    assertThat(queue.sequenceSize("a")).isEqualTo(2);
    assertThat(open().sequenceSize("a")).isEqualTo(2);
  }

  @Test
  void freesASequenceWhoseTransactionRollsBack() {
    var queue = open();
    Transaction transaction = transactions().startTransaction();
    queue.enqueue("a", letter("a", 0));
    transaction.rollback();

    assertThat(queue.contains("a")).isFalse();
    assertThat(queue.size()).isZero();
  }

  @Test
  void keepsLettersThatWereProcessedInATransactionThatRollsBack() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    Transaction transaction = transactions().startTransaction();
    queue.process(_ -> Decisions.evict());
    transaction.rollback();

    assertThat(queue.contains("a")).isTrue();
    assertThat(open().size()).isEqualTo(1);
  }

  @Test
  void takesNoMoreThanItsLimits() {
    var queue = open();
    transactions()
        .executeInTransaction(
            () -> {
              for (int i = 0; i < LIMIT; i++) {
                queue.enqueue("long", letter("long", i));
              }
            });
    assertThat(queue.isFull("long")).isTrue();
    assertThatThrownBy(() -> queue.enqueue("long", letter("long", LIMIT)))
        .isInstanceOf(DeadLetterQueueOverflowException.class);

    transactions()
        .executeInTransaction(
            () -> {
              for (int i = 1; i < LIMIT; i++) {
                queue.enqueue("s" + i, letter("s" + i, 0));
              }
            });
    assertThat(queue.isFull("one more")).isTrue();
    assertThat(queue.isFull("s1")).isFalse();
  }

  @Test
  void refusesToRequeueALetterThatIsGone() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    DeadLetter<? extends EventMessage<?>> letter = only(queue.deadLetterSequence("a"));
    queue.evict(letter);

    assertThatThrownBy(() -> queue.requeue(letter, kept -> kept))
        .isInstanceOf(NoSuchDeadLetterException.class);
    assertThat(queue.contains("a")).isFalse();
  }

  @Test
  void clearsItself() {
    var queue = open();
    queue.enqueue("a", letter("a", 0));
    transactions().executeInTransaction(queue::clear);

    assertThat(queue.size()).isZero();
    assertThat(queue.contains("a")).isFalse();
  }

  @Test
  void keepsAnEventThatCannotBeDeserialised() {
    byte[] broken = "{\"what\":".getBytes(StandardCharsets.UTF_8);
    byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
    SerializedMessage<?> message =
        new SerializedMessage<>(
            "id",
            new SimpleSerializedObject<>(broken, byte[].class, Happened.class.getName(), null),
            new SerializedMetaData<>(metadata, byte[].class),
            SERIALIZER);
    EventMessage<?> event = new GenericEventMessage<>(message, () -> Instant.EPOCH);

    open("group").enqueue("a", new GenericDeadLetter<>("a", event));

    EventMessage<?> kept = open("group").deadLetterSequence("a").iterator().next().message();
    assertThat(kept.getIdentifier()).isEqualTo("id");
    assertThat(kept.serializePayload(SERIALIZER, byte[].class).getData()).isEqualTo(broken);
    assertThatThrownBy(kept::getPayload).isInstanceOf(RuntimeException.class);
  }

  private static DeadLetter<EventMessage<?>> letter(String aggregate, long sequence) {
    return new GenericDeadLetter<>(
        aggregate, event(aggregate, sequence), new IllegalStateException("broken"));
  }

  private static String aggregateOf(DeadLetter<? extends EventMessage<?>> letter) {
    return ((DomainEventMessage<?>) letter.message()).getAggregateIdentifier();
  }

  private static <T> T only(Iterable<T> items) {
    List<T> all = new ArrayList<>();
    items.forEach(all::add);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
