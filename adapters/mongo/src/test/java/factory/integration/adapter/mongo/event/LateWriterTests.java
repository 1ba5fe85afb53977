package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.storage.contract.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node that stops between reserving positions and storing its events loses none of them. */
@Timeout(60)
final class LateWriterTests {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-02T12:00:00Z"));
  private final AtomicReference<PausedPositions> pause = new AtomicReference<>();
  private MongoEventStorageEngine late;
  private MongoEventStorageEngine quick;

  @BeforeEach
  void openTwoNodes() {
    quick = nodes.engine(mongo.database(), now::get, UnaryOperator.identity());
    late =
        nodes.engine(
            mongo.database(),
            now::get,
            positions -> {
              pause.set(new PausedPositions(positions));
              return pause.get();
            });
  }

  @AfterEach
  void close() {
    pause.get().resume();
    nodes.close();
  }

  private CompletableFuture<Void> appendLate(EventMessage<?>... events) {
    CompletableFuture<Void> appended =
        CompletableFuture.runAsync(() -> late.appendEvents(events), Thread::startVirtualThread);
    pause.get().awaitReserved();
    return appended;
  }

  @Test
  void streamsWhatBecomesVisibleLate() throws Exception {
    quick.appendEvents(event("a", 0));
    try (var stream = nodes.store(quick).openStream(null)) {
      assertThat(take(stream, 1)).containsExactly("a#0");
      CompletableFuture<Void> appended = appendLate(event("b", 0), event("b", 1));
      quick.appendEvents(event("a", 1), event("a", 2));
      assertThat(take(stream, 2)).containsExactly("a#1", "a#2");

      now.set(now.get().plusSeconds(5));
      pause.get().resume();
      appended.get();

      assertThat(take(stream, 2)).containsExactly("b#0", "b#1");
      assertThat(stream.hasNextAvailable()).isFalse();
    }
    assertThat(payloads(null)).containsExactly("a#0", "b#0", "b#1", "a#1", "a#2");
  }

  @Test
  void continuesInTheMiddleOfWhatBecameVisibleLate() throws Exception {
    CompletableFuture<Void> appended =
        appendLate(Happened.events("b", 3).toArray(EventMessage[]::new));
    quick.appendEvents(event("a", 0));
    TrackingToken before = quick.readEvents(null, false).toList().getLast().trackingToken();
    pause.get().resume();
    appended.get();

    TrackingToken token = before;
    for (int i = 0; i < 3; i++) {
      TrackedEventMessage<?> next = quick.readEvents(token, false).findFirst().orElseThrow();
      assertThat(next.getPayload()).isEqualTo(new Happened("b#" + i));
      token = next.trackingToken();
    }
    assertThat(quick.readEvents(token, false)).isEmpty();
    assertThat(((GapAwareTrackingToken) token).getGaps()).isEmpty();
  }

  @Test
  void storesAtTheEndWhatComesAfterItsPositionsWereGivenUp() throws Exception {
    CompletableFuture<Void> appended = appendLate(event("b", 0), event("b", 1));
    quick.appendEvents(event("a", 0));
    TrackingToken token = last(quick.readEvents(null, false).toList());
    now.set(now.get().plus(Duration.ofMinutes(1)));
    assertThat(quick.readEvents(token, false)).isEmpty();
    assertThat(mongo.database().getCollection(EventFields.COLLECTION).countDocuments())
        .as("a commit and two fillers")
        .isEqualTo(3);

    pause.get().resume();
    appended.get();

    assertThat(payloads(token)).containsExactly("b#0", "b#1");
    assertThat(payloads(null)).containsExactly("a#0", "b#0", "b#1");
    assertThat(quick.readEvents("b").asStream())
        .extracting(DomainEventMessage::getSequenceNumber)
        .containsExactly(0L, 1L);
  }

  @Test
  void forgetsGapsThatANodeLeftWhenItDied() throws Exception {
    CompletableFuture<Void> appended = appendLate(event("b", 0), event("b", 1));
    quick.appendEvents(event("a", 0));
    TrackingToken token = last(quick.readEvents(null, false).toList());
    assertThat(((GapAwareTrackingToken) token).getGaps()).containsExactly(1L, 2L);

    now.set(now.get().plus(Duration.ofMinutes(1)));
    assertThat(quick.readEvents(token, false)).isEmpty();
    quick.appendEvents(event("a", 1));

    assertThat(last(quick.readEvents(token, false).toList()))
        .isEqualTo(new EventToken(4, List.of(), 4));
    assertThat(appended).isNotDone();
  }

  @Test
  void startsAtTheHeadWithWhatIsNotVisibleYet() throws Exception {
    quick.appendEvents(event("a", 0));
    CompletableFuture<Void> appended = appendLate(event("b", 0));
    quick.appendEvents(event("a", 1));
    TrackingToken head = quick.createHeadToken();
    pause.get().resume();
    appended.get();

    assertThat(payloads(head)).containsExactly("b#0");
  }

  private List<String> payloads(TrackingToken token) {
    return quick
        .readEvents(token, false)
        .map(message -> ((Happened) message.getPayload()).what())
        .toList();
  }

  private static TrackingToken last(List<? extends TrackedEventMessage<?>> messages) {
    return messages.getLast().trackingToken();
  }

  private static List<String> take(BlockingStream<TrackedEventMessage<?>> stream, int count)
      throws InterruptedException {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      taken.add(((Happened) stream.nextAvailable().getPayload()).what());
    }
    return taken;
  }
}
