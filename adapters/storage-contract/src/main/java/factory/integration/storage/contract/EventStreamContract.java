package factory.integration.storage.contract;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** The streams of an event store, which event processors read. */
public abstract class EventStreamContract {

  private static final int APPENDERS = 8;
  private static final int APPENDS = 200;
  private static final int MAX_EVENTS_AN_APPEND = 4;

  /** A further store over the same events, as after a restart. */
  protected abstract EventStore open();

  @Test
  void streamsEventsInTheOrderOfTheirAppends() throws InterruptedException {
    EventStore store = open();
    store.publish(event("a", 0), event("b", 0));
    store.publish(event("a", 1));

    try (var stream = store.openStream(null)) {
      assertThat(take(stream, 3))
          .extracting(message -> (Object) message.getPayload())
          .containsExactly(new Happened("a#0"), new Happened("b#0"), new Happened("a#1"));
      assertThat(stream.hasNextAvailable()).isFalse();
    }
  }

  @Test
  void continuesAfterTheLastTokenOfAnotherRun() throws InterruptedException {
    EventStore store = open();
    store.publish(Happened.events("a", 10));
    TrackingToken token;
    try (var stream = store.openStream(null)) {
      token = take(stream, 4).getLast().trackingToken();
    }

    try (var stream = open().openStream(token)) {
      assertThat(sequences(take(stream, 6))).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
    }
  }

  @Test
  void showsTheNextEventWithoutTakingIt() throws InterruptedException {
    EventStore store = open();
    store.publish(event("a", 0), event("a", 1));

    try (var stream = store.openStream(null)) {
      assertThat(stream.peek()).isEqualTo(stream.peek()).isPresent();
      assertThat(sequences(take(stream, 2))).containsExactly(0L, 1L);
      assertThat(stream.peek()).isEmpty();
    }
  }

  @Test
  void wakesAStreamThatWaits() {
    EventStore store = open();
    store.publish(event("a", 0));
    AtomicInteger seen = new AtomicInteger();
    AtomicBoolean found = new AtomicBoolean();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var stream = store.openStream(store.createHeadToken())) {
                    seen.incrementAndGet();
                    found.set(stream.hasNextAvailable(1, TimeUnit.HOURS));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().until(() -> seen.get() == 1 && reader.getState() != Thread.State.RUNNABLE);

    store.publish(event("a", 1));

    await().untilTrue(found);
  }

  @Test
  void givesUpWaitingAfterTheTimeout() throws InterruptedException {
    EventStore store = open();

    try (var stream = store.openStream(store.createHeadToken())) {
      assertThat(stream.hasNextAvailable(5, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void tellsSubscribersOfWhatWasAppended() {
    EventStore store = open();
    List<Object> told = new ArrayList<>();

    store.subscribe(events -> events.forEach(each -> told.add(each.getPayload())));
    store.publish(event("a", 0));

    assertThat(told).containsExactly(new Happened("a#0"));
  }

  @Test
  void rebuildsAnAggregateWhoseSnapshotIsBroken() {
    EventStore store = open();
    store.publish(event("a", 0), event("a", 1));
    breakSnapshot(store, "a");

    assertThat(store.readEvents("a").asStream())
        .extracting(DomainEventMessage::getSequenceNumber)
        .containsExactly(0L, 1L);
  }

  /** Stores a snapshot of the aggregate that cannot be deserialised. */
  protected abstract void breakSnapshot(EventStore store, String aggregate);

  /**
   * Appends from many threads while streams read that started before, that start meanwhile, and
   * that are slow: each must see everything once, in one order for all.
   */
  @Test
  void losesAndReordersNothingWhileManyAppend() throws InterruptedException {
    EventStore store = open();
    int total = APPENDERS * IntStream.range(0, APPENDS).map(EventStreamContract::sizeOf).sum();
    AtomicInteger pace = new AtomicInteger();
    List<List<String>> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(new ArrayList<>());
    }

    var outcomes =
        Together.run(
            APPENDERS + 4,
            task ->
                task < APPENDERS
                    ? appending(store, "thing-" + task, pace)
                    : reading(store, task - APPENDERS, total, seen.get(task - APPENDERS), pace));

    assertThat(outcomes).containsOnlyNulls();
    assertThat(seen).allSatisfy(each -> assertThat(each).hasSize(total).isEqualTo(seen.getFirst()));
    assertThat(numbersByAggregate(seen.getFirst()))
        .hasSize(APPENDERS)
        .allSatisfy((_, numbers) -> assertThat(numbers).isSorted().doesNotHaveDuplicates());
  }

  private static int sizeOf(int append) {
    return 1 + append % MAX_EVENTS_AN_APPEND;
  }

  private static Callable<?> appending(EventStore store, String aggregate, AtomicInteger pace) {
    return () -> {
      int sequence = 0;
      for (int append = 0; append < APPENDS; append++) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < sizeOf(append); i++) {
          events.add(event(aggregate, sequence++));
        }
        store.publish(events);
        pace.incrementAndGet();
      }
      return null;
    };
  }

  /** The later readers wait for a part of the appends, and open a new stream now and then. */
  private static Callable<?> reading(
      EventStore store, int reader, int total, List<String> seen, AtomicInteger pace) {
    return () -> {
      await().until(() -> pace.get() >= reader * APPENDERS * APPENDS / 5);
      TrackingToken token = null;
      while (seen.size() < total) {
        try (var stream = store.openStream(token)) {
          for (int i = 0; i < total / (reader + 1) + 1 && seen.size() < total; i++) {
            TrackedEventMessage<?> next = stream.nextAvailable();
            assertThat(token == null || !token.covers(next.trackingToken())).isTrue();
            token = next.trackingToken();
            seen.add(((Happened) next.getPayload()).what());
          }
        }
      }
      return null;
    };
  }

  private static Map<String, List<Integer>> numbersByAggregate(List<String> seen) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (String what : seen) {
      int mark = what.indexOf('#');
      numbers
          .computeIfAbsent(what.substring(0, mark), _ -> new ArrayList<>())
          .add(Integer.valueOf(what.substring(mark + 1)));
    }
    return numbers;
  }

  protected static List<TrackedEventMessage<?>> take(
      BlockingStream<TrackedEventMessage<?>> stream, int count) throws InterruptedException {
    List<TrackedEventMessage<?>> taken = new ArrayList<>();
    while (taken.size() < count) {
      assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
      taken.add(stream.nextAvailable());
    }
    return taken;
  }

  private static List<Long> sequences(List<TrackedEventMessage<?>> messages) {
    return messages.stream()
        .map(message -> ((DomainEventMessage<?>) message).getSequenceNumber())
        .toList();
  }
}
