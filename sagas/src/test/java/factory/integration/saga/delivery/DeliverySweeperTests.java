package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.delivery.DeliveryFixture.ordered;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.delivery.WorkId;
import factory.integration.api.messaging.NodeId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliverySweeperTests {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final String NODE = "node-2/1";
  private static final String DEAD = "node-1";
  private static final int ROOM = 4;

  private final SettableClock clock = new SettableClock();
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final List<StartedCall> started = new ArrayList<>();
  private final DeliveryQueue queue =
      new DeliveryQueue(new DeliveryLimits(100, 100, 100, ROOM), started::add);
  private boolean caughtUp = true;
  private final CatchUp catchUp = new CatchUp(() -> 100, _ -> caughtUp);
  private final BatchBarrier barrier = new BatchBarrier();
  private final OwnedWork work = new OwnedWork(dueWork, new NodeId("node-2"), LEASE, clock);
  private final DeliveryTurn turn =
      new DeliveryTurn(work, catchUp, queue, barrier, List.of(directoryOf()));
  private final DeliverySweeper sweeper = new DeliverySweeper(work, queue, barrier, catchUp, turn);

  @Test
  void keepsTheLeaseOfThisNode() {
    turn.begin();
    sweep();
    assertThat(dueWork.leaseOf(NODE)).isEqualTo(clock.instant().plus(LEASE));
    clock.advance(Duration.ofSeconds(1));
    sweep();
    assertThat(dueWork.leaseOf(NODE)).isEqualTo(clock.instant().plus(LEASE));
    sweeper.giveBack();
    assertThat(dueWork.leaseOf(NODE)).isEqualTo(clock.instant());
  }

  @Test
  void takesNothingOverBeforeTheStreamHasBeenCaughtUp() {
    caughtUp = false;
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    turn.begin();
    sweep();
    assertThat(dueWork.ownerOf(id(1))).isEqualTo(OwnedWork.NOBODY);

    caughtUp = true;
    sweep();
    assertThat(dueWork.ownerOf(id(1))).isEqualTo(NODE);
    expectStarted(1);
  }

  @Test
  void takesOverFromANodeWhenItsLeaseHasRunOut() {
    turn.begin();
    dueWork.renewLease(DEAD, clock.instant().plus(LEASE));
    dueWork.save(DEAD, due(1, "a"));
    sweep();
    clock.advance(LEASE.minusMillis(1));
    sweep();
    expectStarted();
    clock.advance(Duration.ofMillis(1));
    sweep();
    expectStarted(1);
  }

  @Test
  void takesOverAtOnceWhatWasGivenBack() {
    turn.begin();
    dueWork.renewLease(DEAD, clock.instant());
    dueWork.save(DEAD, due(1, "a"));
    sweep();
    expectStarted(1);
  }

  @Test
  void leavesALivingNodeItsWork() {
    turn.begin();
    dueWork.save(DEAD, due(1, "a"));
    for (int second = 0; second < 20; second++) {
      dueWork.renewLease(DEAD, clock.instant().plus(LEASE));
      sweep();
      clock.advance(Duration.ofSeconds(1));
    }
    expectStarted();
  }

  @Test
  void startsALaneWhenNoEarlierMemberCanBeLeftElsewhere() {
    turn.begin();
    dueWork.renewLease(DEAD, clock.instant().plus(LEASE));
    dueWork.save(DEAD, ordered(1, Ordering.STRICT, null));
    dueWork.save(NODE, ordered(2, Ordering.STRICT, null));
    queue.offer(ordered(2, Ordering.STRICT, null));
    sweep();
    expectStarted();
    clock.advance(LEASE);
    sweep();
    expectStarted(1);
  }

  @Test
  void startsALaneThoughTheClockIsSetBack() {
    turn.begin();
    dueWork.renewLease(DEAD, clock.instant().plus(LEASE));
    dueWork.save(DEAD, ordered(1, Ordering.STRICT, null));
    dueWork.save(NODE, ordered(2, Ordering.STRICT, null));
    queue.offer(ordered(2, Ordering.STRICT, null));
    sweep();
    clock.advance(Duration.ofHours(-1));
    sweep();
    expectStarted();
    clock.advance(DueWork.LONGEST_LEASE);
    sweep();
    expectStarted(1);
  }

  @Test
  void keepsItsWorkWhenTheClockJumps() {
    turn.begin();
    sweep();
    clock.advance(Duration.ofHours(1));
    sweep();
    clock.advance(Duration.ofHours(-2));
    sweep();
    assertThat(dueWork.leaseOf(NODE)).isEqualTo(clock.instant().plus(LEASE));
    queue.offer(due(1, "a"));
    expectStarted(1);
  }

  @Test
  void startsLanesAtOnceWhereNothingWasLeft() {
    turn.begin();
    sweep();
    queue.offer(ordered(1, Ordering.STRICT, null));
    expectStarted(1);
  }

  @Test
  void takesOverManyInTurnAndInOrder() {
    turn.begin();
    LongStream.range(0, 1_200).forEach(i -> dueWork.save(DEAD, due(i, "a")));
    sweep();
    assertThat(dueWork.ownerOf(id(1_199))).isEqualTo(NODE);
    while (started.size() < 1_200) {
      List<StartedCall> calls = List.copyOf(started.subList(started.size() - ROOM, started.size()));
      calls.forEach(this::finish);
      sweeper.refill();
    }
    assertThat(started).extracting(call -> call.due().position()).isSorted();
    assertThat(started).extracting(call -> call.due().workId()).doesNotHaveDuplicates();
  }

  @Test
  void refillsFromTheStoreWhatDidNotFit() {
    turn.begin();
    sweep();
    for (long i = 1; i <= 6; i++) {
      dueWork.save(NODE, due(i, "a"));
      queue.offer(due(i, "a"));
    }
    expectStarted(1, 2, 3, 4);
    finish(started.get(0));
    finish(started.get(1));
    sweeper.refill();
    expectStarted(1, 2, 3, 4, 5, 6);
  }

  @Test
  void startsAgainWhatFailedInside() {
    turn.begin();
    sweep();
    queue.offer(due(1, "a"));
    queue.callFailedInside(started.getFirst());
    sweep();
    expectStarted(1, 1);
  }

  @Test
  void sweepsUntilItIsStopped() throws Exception {
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    Thread thread = Thread.ofVirtual().start(sweeper::run);
    turn.begin();
    await().until(() -> dueWork.ownerOf(id(1)).equals(NODE));
    sweeper.stop();
    thread.join();
  }

  private void sweep() {
    sweeper.sweep();
    sweeper.refill();
  }

  private void finish(StartedCall call) {
    WorkId id = call.due().workId();
    queue.callEnded(call);
    dueWork.remove(id);
    queue.settled(id, 1);
  }

  private void expectStarted(long... positions) {
    assertThat(started)
        .extracting(call -> call.due().position())
        .containsExactlyElementsOf(LongStream.of(positions).boxed().toList());
  }
}
