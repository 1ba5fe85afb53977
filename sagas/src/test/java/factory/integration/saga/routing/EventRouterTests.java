package factory.integration.saga.routing;

import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.NOON;
import static factory.integration.saga.routing.SubscriptionFixture.disabled;
import static factory.integration.saga.routing.SubscriptionFixture.id;
import static factory.integration.saga.routing.SubscriptionFixture.settings;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliverWebhook;
import factory.integration.api.delivery.DiscardWebhookDelivery;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.RouteEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.saga.sourceevent.SourceEvents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;

class EventRouterTests {

  private final List<Object> sent = new ArrayList<>();
  private final Set<String> readAhead = new HashSet<>();

  @Test
  void deliversToThoseThatMatchAndSaysWhyNotToTheOthers() {
    route(accepted(new Routing.Broadcast()), subscription("a", "order*"), subscription("b", "x"));

    assertThat(decisions()).extracting(RoutingDecision::matched).containsExactly(true, false);
    assertThat(decisions())
        .extracting(RoutingDecision::reason)
        .containsExactly(
            "event type orderCreated meets order*", "event type orderCreated meets none of x");
    assertThat(deliveries()).hasSize(1);
    assertThat(deliveries().getFirst().plan().subscriptionId()).isEqualTo(id("a"));
  }

  @Test
  void reachesTheSubscriptionsOfOneOwnerAlone() {
    route(
        accepted(new Routing.FanOut("customer-1")),
        subscription("a", settings("customer-1", "*")),
        subscription("b", settings("customer-2", "*")));

    assertThat(deliveries()).hasSize(1);
    assertThat(decisions()).hasSize(1);
  }

  @Test
  void reachesTheSubscriptionThatTheEventNames() {
    route(accepted(new Routing.Directed(id("b"))), subscription("a", "*"), subscription("b", "x"));

    assertThat(deliveries()).extracting(d -> d.plan().subscriptionId()).containsExactly(id("b"));
  }

  @Test
  void discardsForADisabledSubscription() {
    route(accepted(new Routing.Broadcast()), disabled(subscription("a", "*")));

    assertThat(deliveries()).isEmpty();
    assertThat(sent).filteredOn(DiscardWebhookDelivery.class::isInstance).hasSize(1);
  }

  @Test
  void reachesNoSubscriptionOfAnotherTenant() {
    EventRouter router = router(subscription("a", "*"));
    router.on(accepted(new Routing.Directed(id("a"))), context(new TenantId("other")));

    assertThat(deliveries()).isEmpty();
    assertThat(decisions())
        .extracting(RoutingDecision::reason)
        .containsExactly("the tenant has no such subscription");
  }

  @Test
  void decidesTheSameAgainWhenABatchIsRepeated() {
    EventRouter router = router(subscription("a", "*"));
    router.on(accepted(new Routing.Broadcast()), context(ACME));
    List<Object> first = List.copyOf(sent);
    sent.clear();
    router.on(accepted(new Routing.Broadcast()), context(ACME));

    assertThat(sent).isEqualTo(first);
  }

  @Test
  void meetsASubscriptionThatWasMadeBeforeInTheStream() {
    EventRouter router = router();
    SubscriptionView made = subscription("a", "*");
    router.on(
        new WebhookSubscribed(made.subscriptionId(), made.settings(), made.secret(), true),
        ACME.value(),
        0,
        NOON);
    router.on(accepted(new Routing.Broadcast()), context(ACME));

    assertThat(deliveries()).hasSize(1);
  }

  @Test
  void readsAheadWhatItsBatchIsGoingToAskFor() {
    EventRouter router = router(subscription("a", "order*"), subscription("b", "x"));
    EventMessage<?> message =
        GenericEventMessage.asEventMessage(accepted(new Routing.Broadcast()))
            .andMetaData(context(ACME));
    new BatchingUnitOfWork<>(List.of(message, message))
        .executeWithResult(
            () -> {
              router.on(accepted(new Routing.Broadcast()), context(ACME));
              return "handled";
            });

    assertThat(deliveries()).hasSize(2);
    assertThat(readAhead)
        .containsExactlyInAnyOrder(
            accepted(new Routing.Broadcast()).eventId().value(),
            deliveries().getFirst().deliveryId().value());
  }

  private void route(EventAccepted event, SubscriptionView... subscriptions) {
    router(subscriptions).on(event, context(ACME));
  }

  private EventRouter router(SubscriptionView... subscriptions) {
    return new EventRouter(
        SubscriptionFixture.directoryOf(subscriptions),
        new SourceEvents(
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build(),
            1_000),
        DefaultCommandGateway.builder().commandBus(recordingBus()).build(),
        aggregates -> readAhead.addAll(aggregates.get()));
  }

  private CommandBus recordingBus() {
    CommandBus bus = SimpleCommandBus.builder().build();
    for (Class<?> type :
        List.of(RouteEvent.class, DeliverWebhook.class, DiscardWebhookDelivery.class)) {
      bus.subscribe(type.getName(), command -> sent.add(command.getPayload()));
    }
    return bus;
  }

  private List<RoutingDecision> decisions() {
    return sent.stream()
        .filter(RouteEvent.class::isInstance)
        .map(RouteEvent.class::cast)
        .flatMap(routed -> routed.decisions().stream())
        .toList();
  }

  private List<DeliverWebhook> deliveries() {
    return sent.stream()
        .filter(DeliverWebhook.class::isInstance)
        .map(DeliverWebhook.class::cast)
        .toList();
  }

  private static MetaData context(TenantId tenant) {
    return MetaData.with(ContextKeys.TENANT_ID, tenant.value());
  }

  private static EventAccepted accepted(Routing routing) {
    return new EventAccepted(
        EventId.of("01jxd3v9k2000000000000000e"),
        new EventType("orderCreated"),
        "{\"id\":\"o-1\"}",
        routing,
        Map.of(),
        null,
        null,
        NOON);
  }
}
