package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.ACME;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.delivery.DeliveryFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryEvent;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.NodeId;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryIntakeTests {

  private static final HttpExchange EXCHANGE =
      new HttpExchange(
          "https://example.com/hook",
          PayloadFormat.STANDARD,
          Map.of(),
          503,
          Map.of(),
          null,
          false,
          SettableClock.NOON,
          12,
          null,
          List.of());

  private final List<StartedCall> started = new ArrayList<>();
  private final DeliveryQueue queue =
      new DeliveryQueue(new DeliveryLimits(10, 10, 10, 10), started::add);
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final EventStream stream = new EventStream();
  private final CatchUp catchUp = new CatchUp(stream::size, stream::hasHandled);
  private final OwnedWork work =
      new OwnedWork(dueWork, new NodeId("node-1"), Duration.ofSeconds(5), new SettableClock());
  private final DeliveryIntake intake =
      new DeliveryIntake(new WorkIntake(dueWork, queue, work, catchUp, new BatchBarrier()));

  @Nested
  class BeforeTheCatchUpTests {

    @Test
    void leavesRequestsToWhoeverTakesThemOver() {
      append(requested(1, Ordering.NONE));
      start();
      assertThat(started).isEmpty();
      assertThat(dueWork.ownerOf(id(1))).isEqualTo(OwnedWork.NOBODY);
    }

    @Test
    void clearsWhatHasEndedMeanwhile() {
      append(requested(1, Ordering.NONE), delivered(1));
      start();
      assertThat(dueWork.count()).isZero();
    }

    @Test
    void leavesAStrictHeadToWhoeverTakesItOver() {
      append(requested(1, Ordering.STRICT), failed(1, Ordering.STRICT, SettableClock.NOON));
      start();
      assertThat(dueWork.ownerOf(id(1))).isEqualTo(OwnedWork.NOBODY);
      assertThat(dueWork.find(id(1)).waiting()).isTrue();
    }
  }

  @Nested
  class AfterTheStartTests {

    @Test
    void offersRequestsAndKeepsThemDurably() {
      start();
      append(requested(1, Ordering.NONE));
      handleAll();
      assertThat(started).extracting(call -> call.due().workId()).containsExactly(id(1));
      assertThat(dueWork.ownerOf(id(1))).isEqualTo("node-1/1");
    }

    @Test
    void handsTheContextOnToTheOutcome() {
      start();
      WebhookDeliveryRequested event = requested(1, Ordering.NONE);
      var message =
          new GenericEventMessage<>(
              event, MetaData.with(ContextKeys.TENANT_ID, "acme").and("traceId", "trace-1"));
      DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(message);
      batch.execute(() -> intake.on(event, message, new GlobalSequenceTrackingToken(1), batch));

      DueDelivery due = started.getFirst().due();
      assertThat(due.tenant()).isEqualTo(ACME);
      assertThat(due.position()).isEqualTo(1);
      assertThat(due.context())
          .containsEntry("tenantId", "acme")
          .containsEntry("traceId", "trace-1")
          .containsEntry("causationId", message.getIdentifier());
    }

    @Test
    void forgetsWhatHasSucceeded() {
      start();
      append(requested(1, Ordering.NONE), delivered(1));
      handleAll();
      assertThat(dueWork.count()).isZero();
      expectLeaves(0);
    }

    @Test
    void forgetsAFailedAttemptUntilTheNextOneIsAskedFor() {
      start();
      append(requested(1, Ordering.FIFO), requested(2, Ordering.FIFO));
      append(failed(1, Ordering.FIFO, SettableClock.NOON));
      handleAll();
      assertThat(started).extracting(call -> call.due().workId()).containsExactly(id(1), id(2));
      assertThat(dueWork.count()).isEqualTo(1);
    }

    @Test
    void keepsTheHeadOfAStrictLaneUntilItsRetry() {
      start();
      append(requested(1, Ordering.STRICT), requested(2, Ordering.STRICT));
      append(failed(1, Ordering.STRICT, SettableClock.NOON));
      handleAll();
      assertThat(started).hasSize(1);
      assertThat(dueWork.find(id(1)).waiting()).isTrue();

      append(
          new WebhookDeliveryRequested(
              id(1), plan("a", Ordering.STRICT, null), 2, AttemptTrigger.AUTOMATIC_RETRY));
      handleAll();
      assertThat(started).hasSize(2);
      assertThat(started.getLast().due().attempt()).isEqualTo(2);
      assertThat(dueWork.find(id(1)).position()).as("its place in the lane").isEqualTo(1);
      assertThat(dueWork.find(id(1)).waiting()).isFalse();
    }

    @Test
    void forgetsAStrictHeadThatIsNotTriedAgain() {
      start();
      append(requested(1, Ordering.STRICT), requested(2, Ordering.STRICT));
      append(failed(1, Ordering.STRICT, null));
      handleAll();
      assertThat(started).extracting(call -> call.due().workId()).containsExactly(id(1), id(2));
    }

    @Test
    void forgetsWhatWasCancelled() {
      start();
      queue.withdraw(id(1));
      append(requested(1, Ordering.STRICT), requested(2, Ordering.STRICT));
      append(new WebhookDeliveryCancelled(id(1), 1, CancelReason.REQUESTED));
      handleAll();
      assertThat(started).extracting(call -> call.due().workId()).containsExactly(id(2));
      assertThat(dueWork.count()).isEqualTo(1);
    }

    @Test
    void startsNothingTwiceWhenABatchIsRepeated() {
      start();
      WebhookDeliveryRequested event = requested(1, Ordering.NONE);
      var message = new GenericEventMessage<>(event, MetaData.with("tenantId", "acme"));
      DefaultUnitOfWork<?> failing = DefaultUnitOfWork.startAndGet(message);
      assertThatThrownBy(
              () ->
                  failing.execute(
                      () -> {
                        intake.on(event, message, new GlobalSequenceTrackingToken(1), failing);
                        throw new IllegalStateException("the store is away");
                      }))
          .hasMessage("the store is away");
      assertThat(dueWork.count()).isZero();
      append(event);
      handleAll();
      assertThat(dueWork.count()).isEqualTo(1);
      assertThat(started).hasSize(1);
    }

    private void expectLeaves(int inMemory) {
      queue.callEnded(started.getFirst());
      assertThat(queue.inFlight()).isEqualTo(inMemory);
    }
  }

  /** Begins the node's turn: what was appended before was there already. */
  private void start() {
    work.begin();
    catchUp.begin();
    handleAll();
    queue.admit(Admission.ALL);
  }

  private void handleAll() {
    while (stream.handle(intake, 2) > 0) {
      assertThat(stream.size()).isPositive();
    }
  }

  private void append(DeliveryEvent... events) {
    for (DeliveryEvent event : events) {
      stream.append(ACME, event);
    }
  }

  private static WebhookDeliveryRequested requested(long number, Ordering ordering) {
    return new WebhookDeliveryRequested(
        id(number), plan("a", ordering, null), 1, AttemptTrigger.FIRST);
  }

  private static WebhookDelivered delivered(long number) {
    return new WebhookDelivered(id(number), plan("a", Ordering.NONE, null), 1, EXCHANGE);
  }

  private static WebhookDeliveryAttemptFailed failed(
      long number, Ordering ordering, @Nullable Instant next) {
    return new WebhookDeliveryAttemptFailed(
        id(number),
        plan("a", ordering, null),
        1,
        FailureCategory.TIMEOUT,
        "no answer",
        next,
        EXCHANGE);
  }
}
