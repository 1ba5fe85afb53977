package factory.integration.saga.routing;

import factory.integration.api.delivery.DeliverWebhook;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DiscardWebhookDelivery;
import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.RouteEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionEvent;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.routing.RoutingRules.Verdict;
import factory.integration.saga.sourceevent.SourceEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * Fans accepted events out. It follows the subscriptions in the same stream, so an event meets them
 * exactly as they were when it was accepted.
 */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.ROUTING)
final class EventRouter {

  private final SubscriptionDirectory directory;
  private final RoutingRules rules;
  private final SourceEvents sourceEvents;
  private final CommandGateway commands;
  private final RoutingAhead ahead;

  EventRouter(
      SubscriptionDirectory directory,
      SourceEvents sourceEvents,
      CommandGateway commands,
      ReadAhead readAhead) {
    this.directory = directory;
    this.rules = new RoutingRules(directory);
    this.ahead = new RoutingAhead(rules, readAhead);
    this.sourceEvents = sourceEvents;
    this.commands = commands;
  }

  @EventHandler
  void on(
      SubscriptionEvent event,
      @MetaDataValue(value = ContextKeys.TENANT_ID, required = true) String tenant,
      @SequenceNumber long version,
      @Timestamp Instant at) {
    directory.apply(event, new TenantId(tenant), version, at);
  }

  @EventHandler
  void on(EventAccepted event, MetaData context) {
    directory.forgetRolledBack();
    ahead.readBatch();
    sourceEvents.remember(event, context);
    TenantId tenant = new TenantId((String) context.get(ContextKeys.TENANT_ID));
    List<Verdict> verdicts = rules.judge(tenant, event);
    List<RoutingDecision> decisions = new ArrayList<>(verdicts.size());
    List<Object> deliveries = new ArrayList<>(verdicts.size());
    for (Verdict verdict : verdicts) {
      DeliveryId deliveryId = verdict.matched() ? deliveryId(event, verdict.subscription()) : null;
      decisions.add(decision(verdict, deliveryId));
      if (deliveryId != null) {
        deliveries.add(delivery(event, verdict, deliveryId));
      }
    }
    commands.sendAndWait(new RouteEvent(event.eventId(), decisions));
    deliveries.forEach(commands::sendAndWait);
  }

  private static RoutingDecision decision(Verdict verdict, @Nullable DeliveryId deliveryId) {
    return new RoutingDecision(
        verdict.subscriptionId(),
        verdict.matched(),
        verdict.isDiscarded() ? verdict.reason() + ", but it is disabled" : verdict.reason(),
        deliveryId);
  }

  static DeliveryId deliveryId(EventAccepted event, @Nullable SubscriptionView to) {
    return DeliveryId.of(
        UniqueIds.derivedBeside(
            event.eventId().uniquePart(),
            event.eventId().value(),
            to == null ? "" : to.subscriptionId().value()));
  }

  private static Object delivery(EventAccepted event, Verdict verdict, DeliveryId deliveryId) {
    DeliveryPlan plan = plan(event, verdict.subscription());
    return verdict.isDiscarded()
        ? new DiscardWebhookDelivery(deliveryId, plan, "the subscription is disabled")
        : new DeliverWebhook(deliveryId, plan);
  }

  private static DeliveryPlan plan(EventAccepted event, @Nullable SubscriptionView to) {
    return new DeliveryPlan(
        event.eventId(),
        event.eventType(),
        to == null ? null : to.subscriptionId(),
        event.routing() instanceof Routing.Dynamic dynamic
            ? new DynamicEndpoint(dynamic.url(), dynamic.secret())
            : null,
        to == null ? null : to.settings().ownerId(),
        to == null ? Ordering.NONE : to.settings().ordering(),
        event.orderingKey(),
        to == null ? RetryPolicies.STANDARD : to.settings().retryPolicy());
  }
}
