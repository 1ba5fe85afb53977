package factory.integration.command.failure;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.failure.RecordIntegrationFailure;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationFailureTests {

  private static final FailureId ID = FailureId.of("01jxd3v9k2000000000000000a");
  private static final DeliveryId DELIVERY = DeliveryId.of("01jxd3v9k2000000000000000b");
  private static final DeliveryPlan PLAN =
      new DeliveryPlan(
          EventId.of("01jxd3v9k2000000000000000c"),
          new EventType("orderCreated"),
          SubscriptionId.of("01jxd3v9k2000000000000000d"),
          null,
          null,
          Ordering.NONE,
          null,
          RetryPolicies.STANDARD);

  private final FixtureConfiguration<IntegrationFailure> fixture =
      new AggregateTestFixture<>(IntegrationFailure.class);

  @Nested
  class RecordIntegrationFailureTests {

    @Test
    void keepsADeadLetter() {
      fixture.givenNoPriorActivity().when(record(8)).expectEvents(failed(8));
    }

    @Test
    void keepsTheFirstWordOfADeadLetter() {
      fixture.given(failed(8)).when(record(9)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture.given(failed(8)).when(record(8)).expectNoEvents().expectSuccessfulHandlerExecution();
    }
  }

  private static RecordIntegrationFailure record(int attempts) {
    return new RecordIntegrationFailure(
        ID,
        FailureSource.DELIVERY,
        DELIVERY,
        PLAN,
        attempts,
        FailureCategory.TIMEOUT,
        FailureReason.RETRIES_EXHAUSTED,
        "no answer within 15 s");
  }

  private static IntegrationFailed failed(int attempts) {
    return new IntegrationFailed(
        ID,
        FailureSource.DELIVERY,
        DELIVERY,
        PLAN,
        attempts,
        FailureCategory.TIMEOUT,
        FailureReason.RETRIES_EXHAUSTED,
        "no answer within 15 s");
  }
}
