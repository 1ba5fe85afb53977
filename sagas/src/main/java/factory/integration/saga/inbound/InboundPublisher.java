package factory.integration.saga.inbound;

import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.saga.ProcessingGroups;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * Publishes the event that a vendor's webhook was made into, where its source says so. The vendor
 * was answered before: the stored delivery alone brings the event on its way, after a crash too.
 */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.INBOUND)
final class InboundPublisher {

  private final CommandGateway commands;

  InboundPublisher(CommandGateway commands) {
    this.commands = commands;
  }

  /** Met again after a crash, the event is there already, and its repeat is delivered to nobody. */
  @EventHandler
  void on(InboundWebhookDelivered event) {
    InboundWebhook webhook = event.webhook();
    if (webhook.publish()) {
      commands.sendAndWait(
          new PublishEvent(
              webhook.eventId(),
              webhook.eventType(),
              webhook.data(),
              routing(webhook),
              Map.of(),
              null,
              event.deliveryId().value(),
              event.exchange().startedAt()));
    }
  }

  private static Routing routing(InboundWebhook webhook) {
    String ownerId = webhook.ownerId();
    return ownerId == null ? new Routing.Broadcast() : new Routing.FanOut(ownerId);
  }
}
