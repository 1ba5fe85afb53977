package factory.integration.command.delivery;

import static factory.integration.command.delivery.DeliveryFixture.ID;
import static factory.integration.command.delivery.DeliveryFixture.NOON;
import static factory.integration.command.delivery.DeliveryFixture.exchange;
import static factory.integration.command.delivery.DeliveryFixture.plan;
import static factory.integration.command.delivery.DeliveryFixture.requested;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.failure.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** An endpoint that is down for longer than the most patient preset waits. */
class SevenDaysOutageTests {

  private static final DeliveryPlan PLAN = plan(RetryPolicies.SEVEN_DAYS);

  private final List<Object> history = new ArrayList<>(List.of(requested(1, PLAN)));

  @Test
  void runsTheWholeScheduleAndIsThenExhausted() {
    List<Long> delays = RetryPolicies.SEVEN_DAYS.delaysSeconds();
    Instant failedAt = NOON;
    for (int attempt = 1; attempt <= delays.size(); attempt++) {
      Instant next = fail(attempt, failedAt).nextAttemptAt();
      long delay = delays.get(attempt - 1);
      assertThat(Duration.between(failedAt, next))
          .isBetween(Duration.ofSeconds(delay), Duration.ofMillis(delay * 1_100));
      history.add(requested(attempt + 1, PLAN));
      failedAt = next;
    }
    assertThat(Duration.between(NOON, failedAt)).isGreaterThanOrEqualTo(Duration.ofDays(7));

    int last = delays.size() + 1;
    assertThat(fail(last, failedAt).nextAttemptAt()).isNull();
    assertThat(history.getLast())
        .isEqualTo(
            new WebhookDeliveryExhausted(
                ID,
                PLAN,
                last,
                FailureCategory.CONNECTION,
                FailureReason.RETRIES_EXHAUSTED,
                "connection refused"));
  }

  private WebhookDeliveryAttemptFailed fail(int attempt, Instant at) {
    int before = history.size();
    var fixture = new AggregateTestFixture<>(WebhookDelivery.class);
    fixture.given(history).when(refused(attempt, at)).expectSuccessfulHandlerExecution();
    history.clear();
    fixture
        .getEventStore()
        .readEvents(ID.value())
        .asStream()
        .map(Message::getPayload)
        .forEach(history::add);
    return (WebhookDeliveryAttemptFailed) history.get(before);
  }

  private static RecordDeliveryOutcome refused(int attempt, Instant at) {
    CallOutcome outcome =
        new CallOutcome.Retryable(FailureCategory.CONNECTION, "connection refused", null);
    return new RecordDeliveryOutcome(ID, attempt, outcome, exchange(at));
  }
}
