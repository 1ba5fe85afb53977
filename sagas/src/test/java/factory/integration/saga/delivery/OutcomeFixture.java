package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.saga.SettableClock;
import java.util.List;
import java.util.Map;

/** What may come of a call. */
final class OutcomeFixture {

  static final HttpExchange EXCHANGE =
      new HttpExchange(
          "https://example.com/hook",
          PayloadFormat.STANDARD,
          Map.of(),
          200,
          Map.of(),
          null,
          false,
          SettableClock.NOON,
          12,
          null,
          List.of());

  private OutcomeFixture() {}

  static CallReport succeeded() {
    return new CallReport.Made(new CallOutcome.Succeeded(), EXCHANGE);
  }

  static CallReport failed() {
    return new CallReport.Made(
        new CallOutcome.Retryable(FailureCategory.TIMEOUT, "no answer", null), EXCHANGE);
  }

  static CallReport refused() {
    return new CallReport.Made(
        new CallOutcome.Fatal(FailureCategory.CLIENT_ERROR, "the endpoint answered 400"), EXCHANGE);
  }

  static CallReport notMade() {
    return new CallReport.NotMade(CancelReason.SUBSCRIPTION_DELETED);
  }
}
