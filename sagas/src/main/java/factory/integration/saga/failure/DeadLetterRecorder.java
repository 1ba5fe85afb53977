package factory.integration.saga.failure;

import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.RecordIntegrationFailure;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.DisableWebhookSubscription;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.saga.ProcessingGroups;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dead-letters deliveries that failed for good; an endpoint that is gone gets nothing more. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.DEAD_LETTER)
final class DeadLetterRecorder {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterRecorder.class);

  private final CommandGateway commands;

  DeadLetterRecorder(CommandGateway commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(WebhookDeliveryExhausted event) {
    commands.sendAndWait(
        new RecordIntegrationFailure(
            failureId(event),
            FailureSource.DELIVERY,
            event.deliveryId(),
            event.plan(),
            event.attempts(),
            event.category(),
            event.reason(),
            event.detail()));
    SubscriptionId subscriptionId = event.plan().subscriptionId();
    if (event.reason() == FailureReason.ENDPOINT_GONE && subscriptionId != null) {
      disable(subscriptionId);
    }
  }

  private static FailureId failureId(WebhookDeliveryExhausted event) {
    String delivery = event.deliveryId().uniquePart();
    return FailureId.of(
        UniqueIds.derivedBeside(delivery, delivery, Integer.toString(event.attempts())));
  }

  private void disable(SubscriptionId subscriptionId) {
    try {
      commands.sendAndWait(
          new DisableWebhookSubscription(subscriptionId, DisableReason.ENDPOINT_GONE));
    } catch (AggregateNotFoundException e) {
      log.debug("subscription {} was deleted before it could be disabled", subscriptionId);
    }
  }
}
