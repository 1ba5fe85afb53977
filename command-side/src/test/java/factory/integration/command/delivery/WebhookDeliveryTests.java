package factory.integration.command.delivery;

import static factory.integration.command.delivery.DeliveryFixture.ID;
import static factory.integration.command.delivery.DeliveryFixture.NOON;
import static factory.integration.command.delivery.DeliveryFixture.delivered;
import static factory.integration.command.delivery.DeliveryFixture.exhausted;
import static factory.integration.command.delivery.DeliveryFixture.failed;
import static factory.integration.command.delivery.DeliveryFixture.failedForGood;
import static factory.integration.command.delivery.DeliveryFixture.failedForNow;
import static factory.integration.command.delivery.DeliveryFixture.ingest;
import static factory.integration.command.delivery.DeliveryFixture.ingested;
import static factory.integration.command.delivery.DeliveryFixture.plan;
import static factory.integration.command.delivery.DeliveryFixture.requested;
import static factory.integration.command.delivery.DeliveryFixture.succeeded;

import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliverWebhook;
import factory.integration.api.delivery.DiscardWebhookDelivery;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.RetryWebhookDelivery;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryDiscarded;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookDeliveryTests {

  private static final WebhookDeliveryCancelled CANCELLED =
      new WebhookDeliveryCancelled(ID, 1, CancelReason.REQUESTED);

  private static final WebhookDeliveryDiscarded DISCARDED =
      new WebhookDeliveryDiscarded(ID, plan(), "the subscription is disabled");

  private final FixtureConfiguration<WebhookDelivery> fixture =
      new AggregateTestFixture<>(WebhookDelivery.class);

  private static void expectRefusal(ResultValidator<WebhookDelivery> result, Reason reason) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(reason.detail());
  }

  @Nested
  class DeliverWebhookTests {

    private final DeliverWebhook deliver = new DeliverWebhook(ID, plan());

    @Test
    void asksForTheFirstAttempt() {
      fixture.givenNoPriorActivity().when(deliver).expectEvents(requested(1));
    }

    @Test
    void leavesADeliveryThatExistsAsItIs() {
      fixture
          .given(requested(1), delivered(1))
          .when(new DeliverWebhook(ID, plan(RetryPolicies.AVVYR)))
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
    }

    @Test
    void doesNotSendWhatWasDiscarded() {
      fixture.given(DISCARDED).when(deliver).expectNoEvents().expectSuccessfulHandlerExecution();
    }
  }

  @Nested
  class DiscardWebhookDeliveryTests {

    private final DiscardWebhookDelivery discard =
        new DiscardWebhookDelivery(ID, plan(), "the subscription is disabled");

    @Test
    void keepsADeliveryThatIsNotSent() {
      fixture.givenNoPriorActivity().when(discard).expectEvents(DISCARDED);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture.given(DISCARDED).when(discard).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void doesNotStopADeliveryThatWasRequested() {
      fixture.given(requested(1)).when(discard).expectNoEvents().expectSuccessfulHandlerExecution();
    }
  }

  @Nested
  class RecordDeliveryOutcomeTests {

    @Test
    void endsWithSuccess() {
      fixture.given(requested(1)).when(succeeded(1)).expectEvents(delivered(1));
    }

    @Test
    void plansTheNextAttemptByThePolicy() {
      fixture
          .given(requested(1))
          .when(failedForNow(1, null))
          .expectEvents(failed(1, NOON.plusSeconds(60)));
    }

    @Test
    void waitsLongerWhenTheEndpointAsksForIt() {
      fixture
          .given(requested(1))
          .when(failedForNow(1, 90L))
          .expectEvents(failed(1, NOON.plusSeconds(90)));
    }

    @Test
    void countsEachAttemptOnItsOwn() {
      fixture
          .given(requested(1), failed(1, NOON), requested(2))
          .when(failedForNow(2, null))
          .expectEvents(failed(2, NOON.plusSeconds(3_600)));
    }

    @Test
    void givesUpAfterTheLastRetry() {
      fixture
          .given(requested(1), failed(1, NOON), requested(2), failed(2, NOON), requested(3))
          .when(failedForNow(3, null))
          .expectEvents(
              failed(3, null),
              exhausted(3, FailureCategory.SERVER_ERROR, FailureReason.RETRIES_EXHAUSTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_ERROR", "BLOCKED_ADDRESS"})
    void givesUpAtOnceWhenNoAttemptCanHelp(FailureCategory category) {
      fixture
          .given(requested(1))
          .when(failedForGood(1, category))
          .expectEvents(
              failed(1, category, null), exhausted(1, category, FailureReason.FATAL_RESPONSE));
    }

    @Test
    void tellsAnEndpointThatIsGoneFromOtherFailures() {
      fixture
          .given(requested(1))
          .when(failedForGood(1, FailureCategory.GONE))
          .expectEvents(
              failed(1, FailureCategory.GONE, null),
              exhausted(1, FailureCategory.GONE, FailureReason.ENDPOINT_GONE));
    }

    @Test
    void refusesTheSameOutcomeASecondTime() {
      expectRefusal(
          fixture.given(requested(1), delivered(1)).when(succeeded(1)), Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void refusesALateOutcomeOfAnEarlierAttempt() {
      expectRefusal(
          fixture.given(requested(1), failed(1, NOON), requested(2)).when(succeeded(1)),
          Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void refusesAnAttemptThatWasNotAskedFor() {
      expectRefusal(fixture.given(requested(1)).when(succeeded(2)), Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void refusesAnOutcomeWhileTheRetryIsWaiting() {
      expectRefusal(
          fixture.given(requested(1), failed(1, NOON)).when(failedForNow(1, null)),
          Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void refusesTheOutcomeOfACallThatWasUnderWayWhenItWasCancelled() {
      expectRefusal(
          fixture.given(requested(1), CANCELLED).when(succeeded(1)), Reason.ATTEMPT_NOT_CURRENT);
    }
  }

  @Nested
  class RetryWebhookDeliveryTests {

    private final RetryWebhookDelivery retry = new RetryWebhookDelivery(ID, 2);

    @Test
    void startsTheNextAttemptOfAFailedOne() {
      fixture.given(requested(1), failed(1, NOON)).when(retry).expectEvents(requested(2));
    }

    @Test
    void leavesAnAttemptThatHasStartedAsItIs() {
      expectNothing(fixture.given(requested(1), failed(1, NOON), requested(2)).when(retry));
    }

    @Test
    void doesNotSkipAnAttempt() {
      expectNothing(
          fixture.given(requested(1), failed(1, NOON)).when(new RetryWebhookDelivery(ID, 3)));
    }

    @Test
    void doesNotReviveWhatHasEnded() {
      expectNothing(fixture.given(requested(1), delivered(1)).when(retry));
    }

    @Test
    void neverSendsAfterACancellation() {
      expectNothing(fixture.given(requested(1), failed(1, NOON), CANCELLED).when(retry));
    }

    @Test
    void doesNotKnowOtherDeliveries() {
      fixture.givenNoPriorActivity().when(retry).expectException(AggregateNotFoundException.class);
    }

    private void expectNothing(ResultValidator<WebhookDelivery> result) {
      result.expectNoEvents().expectSuccessfulHandlerExecution();
    }
  }

  @Nested
  class CancelWebhookDeliveryTests {

    private final CancelWebhookDelivery cancel =
        new CancelWebhookDelivery(ID, CancelReason.REQUESTED);

    @Test
    void endsADeliveryThatWasRequested() {
      fixture.given(requested(1)).when(cancel).expectEvents(CANCELLED);
    }

    @Test
    void endsADeliveryThatWaitsForItsRetry() {
      fixture.given(requested(1), failed(1, NOON)).when(cancel).expectEvents(CANCELLED);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(requested(1), CANCELLED)
          .when(cancel)
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
    }

    @Test
    void refusesToEndWhatHasSucceeded() {
      expectRefusal(
          fixture.given(requested(1), delivered(1)).when(cancel), Reason.DELIVERY_ALREADY_ENDED);
    }

    @Test
    void refusesToEndWhatWasDeadLettered() {
      expectRefusal(
          fixture
              .given(
                  requested(1),
                  failed(1, null),
                  exhausted(1, FailureCategory.SERVER_ERROR, FailureReason.RETRIES_EXHAUSTED))
              .when(cancel),
          Reason.DELIVERY_ALREADY_ENDED);
    }

    @Test
    void refusesToEndWhatWasDiscarded() {
      expectRefusal(fixture.given(DISCARDED).when(cancel), Reason.DELIVERY_ALREADY_ENDED);
    }
  }

  @Nested
  class IngestWebhookTests {

    @Test
    void keepsTheWebhook() {
      fixture
          .givenNoPriorActivity()
          .when(ingest("{}"))
          .expectEvents(ingested("{}"))
          .expectResultMessagePayload(false);
    }

    @Test
    void keepsARepeatOnceWhateverItsBody() {
      fixture
          .given(ingested("{}"))
          .when(ingest("{\"pending\":1}"))
          .expectNoEvents()
          .expectResultMessagePayload(true);
    }

    @Test
    void endsTheDelivery() {
      expectRefusal(
          fixture.given(ingested("{}")).when(new CancelWebhookDelivery(ID, CancelReason.REQUESTED)),
          Reason.DELIVERY_ALREADY_ENDED);
      expectRefusal(fixture.given(ingested("{}")).when(succeeded(1)), Reason.ATTEMPT_NOT_CURRENT);
    }
  }
}
