package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.delivery.DeliveryFixture.ordered;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.NodeId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class DeliveryTurnTests {

  private static final Duration LEASE = Duration.ofSeconds(5);

  private final SettableClock clock = new SettableClock();
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final List<StartedCall> started = new ArrayList<>();
  private final DeliveryQueue queue =
      new DeliveryQueue(new DeliveryLimits(100, 100, 1, 100), started::add);
  private final CatchUp catchUp = new CatchUp(() -> 0, _ -> true);
  private final BatchBarrier barrier = new BatchBarrier();
  private final OwnedWork work = new OwnedWork(dueWork, new NodeId("node-1"), LEASE, clock);
  private final DeliveryTurn turn =
      new DeliveryTurn(work, catchUp, queue, barrier, List.of(directoryOf()));
  private final DeliverySweeper sweeper = new DeliverySweeper(work, queue, barrier, catchUp, turn);

  @Test
  void lastsAsLongAsTheStream() {
    var events =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    assertThat(turn.isMine()).isFalse();
    BlockingStream<TrackedEventMessage<?>> stream =
        turn.follow(events).openStream(new GlobalSequenceTrackingToken(0));
    assertThat(turn.isMine()).isTrue();
    stream.close();
    assertThat(turn.isMine()).isFalse();
  }

  @Test
  void startsNoCallAfterItsEnd() {
    begin();
    turn.end();
    queue.offer(due(1, "a"));
    assertThat(started).isEmpty();
  }

  @Test
  void takesOverAnewWhatWaitedWhenItBeginsAgain() {
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    dueWork.save(OwnedWork.NOBODY, due(2, "a"));
    begin();
    expectStarted(1);
    turn.end();
    begin();
    assertThat(dueWork.ownerOf(id(2))).isEqualTo("node-1/2");
    queue.callEnded(started.getFirst());
    expectStarted(1, 2);
  }

  @Test
  void callsNothingTwiceThatWasUnderWayWhenItEnded() {
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    begin();
    turn.end();
    begin();
    queue.callEnded(started.getFirst());
    sweeper.sweep();
    expectStarted(1);
  }

  @Test
  void goesOnWithALaneWhoseHeadWasSettledByAnotherNode() {
    dueWork.save(OwnedWork.NOBODY, ordered(1, Ordering.FIFO, "a"));
    dueWork.save(OwnedWork.NOBODY, ordered(2, Ordering.FIFO, "a"));
    begin();
    afterTheLease();
    expectStarted(1);
    queue.callEnded(started.getFirst());
    turn.end();
    dueWork.remove(id(1));
    begin();
    afterTheLease();
    expectStarted(1, 2);
  }

  @Test
  void beginsAnewWhenItsLeaseHadRunOutAndOthersTookOver() {
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    dueWork.save(OwnedWork.NOBODY, due(2, "a"));
    begin();
    clock.advance(LEASE);
    dueWork.takeOver("node-2/1", clock.instant(), 10);
    sweeper.sweep();
    assertThat(work.owner()).isEqualTo("node-1/2");
    sweeper.sweep();
    assertThat(dueWork.ownerOf(id(2))).isEqualTo("node-1/2");
  }

  @Test
  void holdsItsLeaseFromTheFirstRenewalUntilItIsGivenBack() {
    turn.begin();
    assertThat(work.holdsLease()).isFalse();
    sweeper.sweep();
    assertThat(work.holdsLease()).isTrue();
    sweeper.giveBack();
    assertThat(work.holdsLease()).isFalse();
  }

  private void begin() {
    turn.begin();
    sweeper.sweep();
    sweeper.refill();
  }

  private void afterTheLease() {
    clock.advance(LEASE);
    sweeper.sweep();
    sweeper.refill();
  }

  private void expectStarted(long... positions) {
    assertThat(started.stream().mapToLong(call -> call.due().position()))
        .containsExactly(Arrays.stream(positions).boxed().toArray(Long[]::new));
  }
}
