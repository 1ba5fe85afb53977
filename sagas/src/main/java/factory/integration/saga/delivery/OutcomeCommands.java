package factory.integration.saga.delivery;

import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.RecordRunOutcome;
import factory.integration.api.run.RunId;

/** What is asked of an aggregate when one of its attempts is over. */
final class OutcomeCommands {

  private OutcomeCommands() {}

  static Object of(DueDelivery due, CallReport report) {
    return switch (report) {
      case CallReport.Made made ->
          new RecordDeliveryOutcome(
              (DeliveryId) due.workId(), due.attempt(), made.outcome(), made.exchange());
      case CallReport.NotMade notMade ->
          new CancelWebhookDelivery((DeliveryId) due.workId(), notMade.reason());
      case CallReport.RunAttempted run ->
          new RecordRunOutcome(
              (RunId) due.workId(), due.attempt(), run.outcome(), run.exchange(), run.at());
      case CallReport.RunEnded ended ->
          new CancelIntegrationRun((RunId) due.workId(), ended.reason());
      case CallReport.PutOff _ ->
          throw new IllegalArgumentException("an attempt that was put off has no outcome");
    };
  }
}
