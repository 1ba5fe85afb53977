package factory.integration.storage.contract.view;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.query.failure.DeadLetterDocument;

/** Dead letters by the number of their delivery. */
final class DeadLetters {

  private DeadLetters() {}

  static FailureId id(int delivery) {
    return FailureId.of(Integer.toString(delivery));
  }

  static DeadLetterDocument of(int delivery, int position) {
    SubscriptionId subscription = SubscriptionId.of("1");
    DeadLetterView view =
        new DeadLetterView(
            id(delivery),
            FailureSource.DELIVERY,
            Attempts.delivery(delivery),
            null,
            EventId.of(Integer.toString(delivery)),
            new EventType("type-1"),
            subscription.value(),
            subscription,
            null,
            8,
            FailureCategory.SERVER_ERROR,
            FailureReason.RETRIES_EXHAUSTED,
            "500 Internal Server Error",
            Times.at(position));
    return new DeadLetterDocument(Times.key(position), Attempts.ACME.value(), view);
  }
}
