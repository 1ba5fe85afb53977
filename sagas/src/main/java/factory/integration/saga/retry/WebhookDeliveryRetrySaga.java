package factory.integration.saga.retry;

import factory.integration.api.delivery.RetryWebhookDelivery;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.saga.ProcessingGroups;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Lives from a failed attempt until the next one is asked for, so that a delivery which succeeds at
 * once never meets a saga.
 */
@ProcessingGroup(ProcessingGroups.DELIVERY_RETRY)
final class WebhookDeliveryRetrySaga {

  static final String RETRY_DUE = "delivery-retry-due";

  private @Nullable String deadline;

  @StartSaga
  @SagaEventHandler(associationProperty = "deliveryId")
  void on(WebhookDeliveryAttemptFailed event, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
    if (event.nextAttemptAt() == null) {
      SagaLifecycle.end();
      return;
    }
    RetryWebhookDelivery next = new RetryWebhookDelivery(event.deliveryId(), event.attempt() + 1);
    deadline = deadlines.schedule(event.nextAttemptAt(), RETRY_DUE, next);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "deliveryId")
  void on(WebhookDeliveryCancelled event, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
  }

  @EndSaga
  @DeadlineHandler(deadlineName = RETRY_DUE)
  void onRetryDue(RetryWebhookDelivery next, CommandGateway commands) {
    commands.sendAndWait(next);
  }

  private void cancelDeadline(DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(RETRY_DUE, deadline);
    }
  }
}
