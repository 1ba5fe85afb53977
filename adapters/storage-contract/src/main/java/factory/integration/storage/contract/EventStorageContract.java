package factory.integration.storage.contract;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event storage engine. */
public abstract class EventStorageContract {

  private static final int THREADS = 64;

  /** A further engine over the same events, as after a restart. */
  protected abstract EventStorageEngine open(EventUpcaster upcasters);

  private EventStorageEngine open() {
    return open(NoOpEventUpcaster.INSTANCE);
  }

  @Test
  void readsWhatWasAppended() {
    DomainEventMessage<Happened> first = event("a", 0);
    open().appendEvents(first, event("a", 1), event("b", 0));

    List<? extends DomainEventMessage<?>> read = open().readEvents("a").asStream().toList();

    assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
    DomainEventMessage<?> readFirst = read.getFirst();
    assertThat(readFirst.getPayload()).isEqualTo(first.getPayload());
    assertThat(readFirst.getMetaData()).isEqualTo(first.getMetaData());
    assertThat(readFirst.getIdentifier()).isEqualTo(first.getIdentifier());
    assertThat(readFirst.getTimestamp()).isEqualTo(first.getTimestamp());
    assertThat(readFirst.getType()).isEqualTo(first.getType());
    assertThat(readFirst.getAggregateIdentifier()).isEqualTo("a");
  }

  @Test
  void readsAnAggregateOfManyEventsFromAnyOfThem() {
    EventStorageEngine engine = open();
    engine.appendEvents(Happened.events("a", 250));

    assertThat(engine.readEvents("a", 120).asStream())
        .extracting(DomainEventMessage::getSequenceNumber)
        .containsExactlyElementsOf(IntStream.range(120, 250).mapToObj(Long::valueOf).toList());
    assertThat(engine.lastSequenceNumberFor("a")).contains(249L);
  }

  @Test
  void knowsNothingOfAnAggregateWithoutEvents() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("a", 0));

    assertThat(engine.readEvents("b").hasNext()).isFalse();
    assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
    assertThat(engine.readSnapshot("b")).isEmpty();
  }

  @Test
  void refusesToCreateAnAggregateTwice() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("a", 0));

    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void leavesNothingOfAnAppendThatConflicts() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("a", 0), event("a", 1));

    assertThatThrownBy(() -> engine.appendEvents(event("b", 0), event("b", 1), event("a", 1)))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(engine.readEvents("b").hasNext()).isFalse();
    assertThat(everything(engine)).hasSize(2);
  }

  @Test
  void failsConflictingAppendsAlone() throws InterruptedException {
    EventStorageEngine engine = open();
    engine.appendEvents(event("taken", 0));

    var outcomes =
        Together.run(
            THREADS,
            thread ->
                () -> {
                  for (int i = 0; i < 10; i++) {
                    engine.appendEvents(
                        event(i == 9 && thread == 7 ? "taken" : thread + "-" + i, 0));
                  }
                  return thread;
                });

    assertThat(outcomes.stream().filter(Objects::nonNull))
        .singleElement()
        .isInstanceOf(AggregateStreamCreationException.class);
    assertThat(everything(open())).hasSize(1 + THREADS * 10 - 1);
  }

  @Test
  void letsOneOfManyCreateTheSameAggregate() throws InterruptedException {
    EventStorageEngine engine = open();

    var outcomes =
        Together.run(
            THREADS,
            _ ->
                () -> {
                  engine.appendEvents(event("same", 0));
                  return null;
                });

    assertThat(outcomes.stream().filter(Objects::nonNull))
        .hasSize(THREADS - 1)
        .allMatch(AggregateStreamCreationException.class::isInstance);
    assertThat(everything(engine)).hasSize(1);
  }

  @Test
  void keepsEventsThatBelongToNoAggregate() {
    EventStorageEngine engine = open();
    engine.appendEvents(GenericEventMessage.asEventMessage(new Happened("one")));
    engine.appendEvents(GenericEventMessage.asEventMessage(new Happened("two")));

    assertThat(everything(engine))
        .extracting(message -> (Object) message.getPayload())
        .containsExactly(new Happened("one"), new Happened("two"));
    assertThat(everything(engine)).noneMatch(DomainEventMessage.class::isInstance);
  }

  @Test
  void keepsTheLatestSnapshot() {
    EventStorageEngine engine = open();
    engine.storeSnapshot(event("a", 3));
    engine.storeSnapshot(event("a", 7));

    assertThat(open().readSnapshot("a"))
        .hasValueSatisfying(
            snapshot -> {
              assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
              assertThat(snapshot.getPayload()).isEqualTo(new Happened("a#7"));
            });
  }

  @Test
  void readsOnAfterEachToken() {
    EventStorageEngine engine = open();
    engine.appendEvents(Happened.events("a", 5));
    List<? extends TrackedEventMessage<?>> all = everything(engine);

    for (int i = 0; i < all.size(); i++) {
      assertThat(engine.readEvents(all.get(i).trackingToken(), false))
          .extracting(TrackedEventMessage::trackingToken)
          .containsExactlyElementsOf(
              all.subList(i + 1, all.size()).stream()
                  .<TrackingToken>map(TrackedEventMessage::trackingToken)
                  .toList());
    }
  }

  @Test
  void makesTokensForBothEndsAndForATime() {
    EventStorageEngine engine = open();
    Instant noon = Instant.parse("2030-01-02T12:00:00Z");
    engine.appendEvents(Happened.eventAt("a", 0, noon.minusSeconds(1)));
    engine.appendEvents(Happened.eventAt("a", 1, noon), Happened.eventAt("a", 2, noon));

    assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(3);
    assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
    assertThat(engine.readEvents(engine.createTokenAt(noon), false)).hasSize(2);
    assertThat(engine.readEvents(engine.createTokenAt(noon.plusSeconds(1)), false)).isEmpty();
  }

  @Test
  void readsOldEventsThroughUpcasters() {
    open().appendEvents(event("a", 0));
    EventStorageEngine engine = open(new Renaming());

    assertThat(engine.readEvents("a").next().getPayload()).isEqualTo(new Happened("renamed"));
    assertThat(everything(engine).getFirst().getPayload()).isEqualTo(new Happened("renamed"));
  }

  private static List<? extends TrackedEventMessage<?>> everything(EventStorageEngine engine) {
    return engine.readEvents(null, false).toList();
  }

  private static final class Renaming extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation representation) {
      return representation.getType().getRevision() == null;
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(
        IntermediateEventRepresentation representation) {
      return representation.upcastPayload(
          new SimpleSerializedType(Happened.class.getName(), "2"),
          JsonNode.class,
          payload -> ((ObjectNode) payload).put("what", "renamed"));
    }
  }
}
