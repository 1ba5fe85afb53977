package factory.integration.command.sourceevent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.sourceevent.DuplicateEventReceived;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.RouteEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An event as its publisher handed it in. */
final class SourceEvent {

  @AggregateIdentifier private @Nullable EventId eventId;
  private @Nullable Content repeatable;
  private boolean routed;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(PublishEvent command) {
    if (eventId == null) {
      apply(
          new EventAccepted(
              command.eventId(),
              command.eventType(),
              command.data(),
              command.routing(),
              command.customHeaders(),
              command.orderingKey(),
              command.idempotencyKey(),
              command.occurredAt()));
      return false;
    }
    String key = command.idempotencyKey();
    CommandRejected.unless(
        key != null && Content.of(command).equals(repeatable), Reason.IDEMPOTENCY_KEY_REUSED);
    apply(new DuplicateEventReceived(command.eventId(), key));
    return true;
  }

  @EventSourcingHandler
  void evolve(EventAccepted event) {
    eventId = event.eventId();
    repeatable = event.idempotencyKey() == null ? null : Content.of(event);
  }

  @CommandHandler
  boolean decide(RouteEvent command) {
    if (routed) {
      return false;
    }
    apply(new EventRouted(command.eventId(), command.decisions()));
    return true;
  }

  @EventSourcingHandler
  void evolve(EventRouted event) {
    routed = true;
  }

  SourceEvent() {}
}
