package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.delivery.DeliveryFixture.next;
import static factory.integration.saga.delivery.DeliveryFixture.ordered;
import static factory.integration.saga.delivery.DeliveryFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.Ordering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryQueueTests {

  private static final int NO_LIMIT = 1_000;

  private final List<StartedCall> started = new ArrayList<>();
  private DeliveryQueue queue = queue(new DeliveryLimits(NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT));

  @Nested
  class LimitTests {

    @Test
    void boundCallsToOneEndpoint() {
      limit(NO_LIMIT, NO_LIMIT, 2);
      offer(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "a"));
      expectStarted(1, 2);
      end(2);
      expectStarted(1, 2, 3);
    }

    @Test
    void boundCallsOfOneTenant() {
      limit(NO_LIMIT, 2, NO_LIMIT);
      TenantId other = new TenantId("other");
      offer(due(1, "a"), due(2, "b"), due(3, "c"));
      offer(due(other, 4, 1, plan("d", Ordering.NONE, null)));
      expectStarted(1, 2, 4);
      end(1);
      expectStarted(1, 2, 4, 3);
    }

    @Test
    void boundCallsInAll() {
      limit(3, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "b"), due(3, "c"), due(4, "d"), due(5, "a"));
      expectStarted(1, 2, 3);
      end(2);
      expectStarted(1, 2, 3, 4);
    }

    @Test
    void countACallUntilItIsGivenBackWhateverBecomesOfItsDelivery() {
      limit(NO_LIMIT, NO_LIMIT, 1);
      offer(due(1, "a"), due(2, "a"));
      queue.settled(id(1), 1);
      expectStarted(1);
      end(1);
      expectStarted(1, 2);
      queue.cancelled(id(2));
      assertThat(queue.inFlight()).isEqualTo(1);
      end(2);
      assertThat(queue.inFlight()).isZero();
    }

    @Test
    void keepNoTenantWaitingThatHasPlacesLeft() {
      limit(NO_LIMIT, 2, 1);
      offer(due(1, "a"), due(2, "b"), due(3, "c"), due(4, "d"), due(5, "e"));
      queue.withdraw(id(3));
      queue.cancelled(id(3));
      end(1);
      expectStarted(1, 2, 4);
      end(2);
      expectStarted(1, 2, 4, 5);
    }
  }

  @Nested
  class FairnessTests {

    @Test
    void endpointsTakeTurns() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "b"), due(5, "b"), due(6, "c"));
      endAll();
      assertThat(startedNumbers()).containsExactly(1L, 2L, 4L, 6L, 3L, 5L);
    }

    @Test
    void aHangingEndpointKeepsItsShareOnly() {
      limit(4, NO_LIMIT, 2);
      LongStream.range(0, 500).forEach(i -> offer(due(i, "hangs")));
      for (long i = 1_000; i < 1_100; i++) {
        offer(due(i, "works"));
        end(i);
        queue.settled(id(i), 1);
      }
      assertThat(startedNumbers()).hasSize(102);
      assertThat(queue.inFlight()).isEqualTo(2);
    }

    @Test
    void aHangingTenantKeepsItsShareOnly() {
      limit(8, 3, 2);
      TenantId other = new TenantId("other");
      LongStream.range(0, 100).forEach(i -> offer(due(i, "hangs" + i % 50)));
      for (long i = 1_000; i < 1_050; i++) {
        offer(due(other, i, 1, plan("works", Ordering.NONE, null)));
        end(i);
      }
      assertThat(startedNumbers()).hasSize(53);
    }
  }

  @Nested
  class UnorderedTests {

    @Test
    void goAsFastAsTheyCan() {
      offer(due(2, "a"), due(1, "a"), due(3, "a"));
      expectStarted(2, 1, 3);
    }

    @Test
    void startOnceThoughOfferedTwice() {
      offer(due(1, "a"), due(1, "a"));
      end(1);
      offer(due(1, "a"));
      expectStarted(1);
    }

    @Test
    void areForgottenWhenTheyAreSettled() {
      offer(due(1, "a"));
      end(1);
      queue.settled(id(1), 1);
      offer(next(due(1, "a"), 2));
      assertThat(started.getLast().due().attempt()).isEqualTo(2);
    }

    @Test
    void areReplacedByALaterAttemptWhileTheyWait() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "a"), next(due(2, "a"), 3));
      endAll();
      assertThat(started).hasSize(2);
      assertThat(started.getLast().due().attempt()).isEqualTo(2);
    }

    @Test
    void startTheNextAttemptBeforeTheLastCallWasGivenBack() {
      offer(due(1, "a"));
      queue.settled(id(1), 1);
      offer(next(due(1, "a"), 2));
      assertThat(started).hasSize(2);

      queue.callEnded(started.get(0));
      assertThat(queue.inFlight()).isEqualTo(1);
      queue.callFailedInside(started.get(1));
      queue.resume();
      assertThat(started).as("the second attempt is not lost").hasSize(3);
    }

    @Test
    void areNotForgottenForAnEarlierAttempt() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), next(due(2, "a"), 3));
      queue.settled(id(2), 1);
      end(1);
      expectStarted(1, 2);
    }
  }

  @Nested
  class LaneTests {

    @ParameterizedTest
    @EnumSource(names = {"FIFO", "STRICT"})
    void goOneAtATimeByPosition(Ordering ordering) {
      offer(ordered(1, ordering, null), ordered(3, ordering, null), ordered(2, ordering, null));
      expectStarted(1);
      end(1);
      expectStarted(1);
      queue.settled(id(1), 1);
      expectStarted(1, 2);
      end(2);
      queue.settled(id(2), 1);
      expectStarted(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIFO", "STRICT"})
    void areMadeByTheOrderingKey(Ordering ordering) {
      offer(
          ordered(1, ordering, "x"),
          ordered(2, ordering, "y"),
          ordered(3, ordering, "x"),
          ordered(4, ordering, null));
      expectStarted(1, 2, 4);
      finish(1);
      expectStarted(1, 2, 4, 3);
    }

    @Test
    void letAFailedOneStepAsideInFifoOrder() {
      DueDelivery first = ordered(1, Ordering.FIFO, null);
      offer(first, ordered(2, Ordering.FIFO, null));
      finish(1);
      expectStarted(1, 2);
      offer(next(first, 3), ordered(4, Ordering.FIFO, null));
      finish(2);
      expectStarted(1, 2, 1);
      finish(1);
      expectStarted(1, 2, 1, 4);
    }

    @Test
    void waitForTheHeadInStrictOrder() {
      DueDelivery first = ordered(1, Ordering.STRICT, null);
      offer(first, ordered(2, Ordering.STRICT, null));
      end(1);
      queue.holdLane(id(1));
      offer(ordered(3, Ordering.STRICT, null));
      expectStarted(1);
      offer(next(first, 4));
      expectStarted(1, 1);
      queue.callEnded(started.getLast());
      queue.settled(id(1), 2);
      expectStarted(1, 1, 2);
    }

    @Test
    void holdTheirPlaceWhenTheOutcomeIsFasterThanTheCallsEnd() {
      limit(1, NO_LIMIT, NO_LIMIT);
      DueDelivery first = ordered(1, Ordering.STRICT, null);
      offer(first);
      queue.holdLane(id(1));
      assertThat(queue.inFlight()).isEqualTo(1);
      end(1);
      assertThat(queue.inFlight()).isZero();
      offer(next(first, 2));
      expectStarted(1, 1);
    }

    @Test
    void goOnWhenTheirHeadIsCancelled() {
      offer(ordered(1, Ordering.STRICT, null), ordered(2, Ordering.STRICT, null));
      end(1);
      queue.holdLane(id(1));
      queue.withdraw(id(1));
      queue.cancelled(id(1));
      expectStarted(1, 2);
    }

    @Test
    void areHeldByAHeadThatWaitedAlreadyBeforeARestart() {
      DueDelivery first = ordered(1, Ordering.STRICT, null);
      offer(first.untilRetry(), ordered(2, Ordering.STRICT, null));
      expectStarted();
      offer(next(first, 3));
      expectStarted(1);
    }

    @Test
    void keepTheHeadWhileItRests() {
      offer(ordered(1, Ordering.STRICT, null), ordered(2, Ordering.STRICT, null));
      queue.callFailedInside(started.getFirst());
      expectStarted(1);
      queue.resume();
      expectStarted(1, 1);
      finish(1);
      expectStarted(1, 1, 2);
    }

    @Test
    void takeNoSecondHeadWhenTheFirstOneMeetsALimit() {
      limit(NO_LIMIT, NO_LIMIT, 1);
      offer(
          ordered(1, Ordering.FIFO, "x"),
          ordered(2, Ordering.FIFO, "y"),
          ordered(3, Ordering.FIFO, "y"));
      finish(1);
      expectStarted(1, 2);
      finish(2);
      expectStarted(1, 2, 3);
    }
  }

  @Nested
  class WithdrawalTests {

    @Test
    void stopsWhatWaits() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "a"), due(3, "a"));
      queue.withdraw(id(2));
      endAll();
      assertThat(startedNumbers()).containsExactly(1L, 3L);
    }

    @Test
    void stopsWhatWasNotOfferedYet() {
      queue.withdraw(id(1));
      offer(due(1, "a"));
      expectStarted();
      queue.cancelled(id(1));
      offer(due(1, "a"));
      expectStarted(1);
    }

    /** The stream may still bring the request of an attempt that is cancelled already. */
    @Test
    void outlivesEventsThatCameBeforeIt() {
      offer(due(1, "a"));
      end(1);
      queue.withdraw(id(1));
      queue.settled(id(1), 1);
      offer(next(due(1, "a"), 2));
      expectStarted(1);
    }

    @Test
    void doesNotStopACallUnderWay() {
      offer(due(1, "a"));
      queue.withdraw(id(1));
      queue.cancelled(id(1));
      assertThat(queue.inFlight()).isEqualTo(1);
      end(1);
      assertThat(queue.inFlight()).isZero();
    }

    @Test
    void stopsWhatRests() {
      offer(due(1, "a"));
      queue.callFailedInside(started.getFirst());
      queue.withdraw(id(1));
      queue.resume();
      expectStarted(1);
    }

    @Test
    void stopsWhatWaitsInItsLane() {
      offer(
          ordered(1, Ordering.FIFO, null),
          ordered(2, Ordering.FIFO, null),
          ordered(3, Ordering.FIFO, null));
      queue.withdraw(id(2));
      finish(1);
      expectStarted(1);
      queue.cancelled(id(2));
      expectStarted(1, 3);
    }

    @Test
    void stopsWhatIsReadFromTheStore() {
      overflowAt(1);
      offer(due(1, "a"), due(2, "a"));
      queue.withdraw(id(2));
      finish(1);
      queue.refill(due(2, "a").endpoint(), List.of(due(2, "a")), true);
      expectStarted(1);
    }

    @Test
    void remembersTheLatestOnly() {
      for (long i = 0; i < 10_001; i++) {
        queue.withdraw(id(i));
      }
      offer(due(0, "a"), due(10_000, "a"));
      expectStarted(0);
    }
  }

  @Nested
  class RestTests {

    @Test
    void givesTheCallsPlaceBack() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "a"));
      queue.callFailedInside(started.getFirst());
      expectStarted(1, 2);
    }

    @Test
    void growsWithEachFault() {
      offer(due(1, "a"));
      List<Integer> rests = new ArrayList<>();
      for (int fault = 0; fault < 8; fault++) {
        int before = started.size();
        queue.callFailedInside(started.getLast());
        int sweeps = 0;
        while (started.size() == before) {
          queue.resume();
          sweeps++;
        }
        rests.add(sweeps);
      }
      assertThat(rests).containsExactly(1, 2, 4, 8, 16, 32, 64, 64);
    }

    @Test
    void endsWithTheDelivery() {
      offer(due(1, "a"));
      queue.callFailedInside(started.getFirst());
      queue.settled(id(1), 1);
      queue.resume();
      expectStarted(1);
    }

    @Test
    void endsWhenALaterAttemptComes() {
      offer(due(1, "a"));
      queue.callFailedInside(started.getFirst());
      offer(next(due(1, "a"), 2));
      queue.resume();
      expectStarted(1, 1);
    }
  }

  @Nested
  class OverflowTests {

    private final String endpoint = due(1, "a").endpoint();

    @Test
    void leavesInTheStoreWhatDoesNotFit() {
      overflowAt(2);
      offer(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "a"), due(5, "b"));
      expectStarted(1, 2, 5);
      assertThat(queue.refillable()).isEmpty();
      finish(1);
      assertThat(queue.refillable()).containsExactly(endpoint);
      assertThat(queue.readUpTo(endpoint)).isEqualTo(2);
    }

    @Test
    void readsOnInOrderAndTakesNewOnesAgainWhenAllIsRead() {
      overflowAt(2);
      offer(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "a"));
      finish(1);
      offer(due(5, "a"));
      expectStarted(1, 2);
      queue.refill(endpoint, List.of(due(3, "a"), due(4, "a"), due(5, "a")), true);
      expectStarted(1, 2, 3);
      assertThat(queue.readUpTo(endpoint)).isEqualTo(3);
      finish(2);
      finish(3);
      queue.refill(endpoint, List.of(due(4, "a"), due(5, "a")), true);
      expectStarted(1, 2, 3, 4, 5);
      assertThat(queue.refillable()).isEmpty();
      finish(4);
      finish(5);
      offer(due(6, "a"));
      expectStarted(1, 2, 3, 4, 5, 6);
    }

    @Test
    void findsWhatComesLateWithALowerPosition() {
      overflowAt(2);
      offer(due(10, "a"), due(11, "a"), due(12, "a"), due(3, "a"));
      finish(10);
      assertThat(queue.readUpTo(endpoint)).isEqualTo(2);
      queue.refill(endpoint, List.of(due(3, "a"), due(11, "a"), due(12, "a")), true);
      expectStarted(10, 11, 3);
      assertThat(queue.readUpTo(endpoint)).as("12 found no room").isEqualTo(11);
    }

    @Test
    void doesNotStartAgainWhatIsInMemory() {
      overflowAt(4);
      offer(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "a"), due(5, "a"));
      finish(1);
      finish(3);
      queue.refill(endpoint, List.of(due(2, "a"), due(4, "a"), due(5, "a")), true);
      expectStarted(1, 2, 3, 4, 5);
    }

    @Test
    void refillsEvenWhereOneFitsOnly() {
      overflowAt(1);
      offer(due(1, "a"), due(2, "a"));
      finish(1);
      assertThat(queue.refillable()).containsExactly(endpoint);
    }

    @Test
    void ofOneEndpointLeavesTheOthersAlone() {
      overflowAt(1);
      offer(due(1, "a"), due(2, "a"), due(3, "b"));
      expectStarted(1, 3);
    }
  }

  @Nested
  class AdmissionTests {

    private final String endpoint = due(1, "a").endpoint();

    @Test
    void leavesEverythingInTheStoreAtFirst() {
      queue = closedToAll();
      offer(due(1, "a"), ordered(2, Ordering.FIFO, null));
      expectStarted();
      assertThat(queue.refillable()).isEmpty();
    }

    @Test
    void takesWhatHasNoOrderFirst() {
      queue = closedToAll();
      offer(due(1, "b"), ordered(2, Ordering.FIFO, null));
      queue.admit(Admission.UNORDERED);
      assertThat(queue.refillable()).hasSize(2);
      queue.refill(due(1, "b").endpoint(), List.of(due(1, "b")), true);
      queue.refill(endpoint, List.of(ordered(2, Ordering.FIFO, null)), true);
      expectStarted(1);
      assertThat(queue.refillable()).as("nothing to read meanwhile").isEmpty();
    }

    @Test
    void takesLanesInTheOrderOfTheStoreWhenTheyAreComplete() {
      queue = closedToAll();
      offer(ordered(9, Ordering.STRICT, null), ordered(2, Ordering.STRICT, null));
      queue.admit(Admission.UNORDERED);
      queue.refill(endpoint, List.of(ordered(2, Ordering.STRICT, null)), true);
      queue.admit(Admission.ALL);
      assertThat(queue.readUpTo(endpoint)).isEqualTo(1);
      queue.refill(
          endpoint,
          List.of(ordered(2, Ordering.STRICT, null), ordered(9, Ordering.STRICT, null)),
          true);
      expectStarted(2);
      finish(2);
      expectStarted(2, 9);
    }
  }

  @Nested
  class ClosingTests {

    @Test
    void startsNothingAnyMore() {
      limit(1, NO_LIMIT, NO_LIMIT);
      offer(due(1, "a"), due(2, "a"));
      queue.close();
      end(1);
      offer(due(3, "a"));
      expectStarted(1);
    }

    @Test
    void isQuietWhenTheLastCallHasEnded() throws Exception {
      offer(due(1, "a"), due(2, "b"));
      queue.close();
      assertThat(queue.awaitQuiet(0)).isFalse();
      CompletableFuture<Boolean> quiet = CompletableFuture.supplyAsync(this::awaitQuiet);
      end(1);
      queue.callFailedInside(started.get(1));
      assertThat(quiet.get()).isTrue();
    }

    private boolean awaitQuiet() {
      try {
        return queue.awaitQuiet(Duration.ofMinutes(1).toNanos());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void limit(int all, int perTenant, int perEndpoint) {
    queue = queue(new DeliveryLimits(all, perTenant, perEndpoint, NO_LIMIT));
  }

  private void overflowAt(int inMemoryPerEndpoint) {
    queue = queue(new DeliveryLimits(NO_LIMIT, NO_LIMIT, NO_LIMIT, inMemoryPerEndpoint));
  }

  private DeliveryQueue queue(DeliveryLimits limits) {
    DeliveryQueue open = new DeliveryQueue(limits, started::add);
    open.admit(Admission.ALL);
    return open;
  }

  private DeliveryQueue closedToAll() {
    return new DeliveryQueue(
        new DeliveryLimits(NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT), started::add);
  }

  private void offer(DueDelivery... dues) {
    for (DueDelivery due : dues) {
      queue.offer(due);
    }
  }

  /** Gives the latest call of the delivery back. */
  private void end(long number) {
    queue.callEnded(
        started.reversed().stream()
            .filter(call -> call.due().workId().equals(id(number)))
            .findFirst()
            .orElseThrow());
  }

  private void finish(long number) {
    end(number);
    queue.settled(id(number), Integer.MAX_VALUE);
  }

  private void endAll() {
    for (int i = 0; i < started.size(); i++) {
      queue.callEnded(started.get(i));
    }
  }

  private void expectStarted(long... numbers) {
    assertThat(startedNumbers()).containsExactlyElementsOf(LongStream.of(numbers).boxed().toList());
  }

  private List<Long> startedNumbers() {
    int prefix = id(0).value().length() - 1;
    return started.stream()
        .map(call -> Long.valueOf(call.due().workId().value().substring(prefix)))
        .toList();
  }
}
