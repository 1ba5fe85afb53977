package factory.integration.storage.contract.view;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All projections and query handlers on the stores of one engine, wired as in the platform. */
final class QuerySide implements AutoCloseable {

  static final String TENANT = "acme";

  private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
  private final EmbeddedEventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(events).build();
  private final SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
  private final QueryGateway queries = DefaultQueryGateway.builder().queryBus(queryBus).build();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final List<AnnotationEventHandlerAdapter> projections;

  QuerySide(ReadModels stores) {
    context.registerBean(EventStore.class, () -> eventStore);
    context.registerBean(EventLogStore.class, stores::eventLog);
    context.registerBean(SearchIndex.class, stores::search);
    context.registerBean(IntegrationEventStore.class, stores::integrationEvents);
    context.registerBean(CommunicationLogStore.class, stores::communicationLogs);
    context.registerBean(SubscriptionViewStore.class, stores::subscriptions);
    context.registerBean(DeadLetterStore.class, stores::deadLetters);
    context.registerBean(RegistryStore.class, stores::registry);
    context.scan("factory.integration.query");
    context.refresh();
    projections =
        context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
            .map(AnnotationEventHandlerAdapter::new)
            .toList();
    context
        .getBeansOfType(Object.class)
        .forEach(
            (name, bean) -> {
              if (name.endsWith("QueryHandler")) {
                new AnnotationQueryHandlerAdapter<>(bean).subscribe(queryBus);
              }
            });
  }

  /** Keeps what happened, without telling the projections. */
  void publish(List<Story.Told> story) {
    story.forEach(
        told ->
            eventStore.publish(
                new GenericDomainEventMessage<>(
                    "Aggregate",
                    told.aggregate(),
                    told.sequence(),
                    told.event(),
                    Map.of(ContextKeys.TENANT_ID, TENANT))));
  }

  /** Tells every projection all that happened, each event so many times. */
  void replay(int times) {
    events
        .readEvents(null, false)
        .forEach(
            event -> {
              for (int i = 0; i < times; i++) {
                projections.forEach(projection -> handle(projection, event));
              }
            });
  }

  void reset() {
    projections.forEach(AnnotationEventHandlerAdapter::prepareReset);
  }

  <V> Optional<V> one(Object query, Class<V> view) {
    return queries.query(query, ResponseTypes.optionalInstanceOf(view)).join();
  }

  <V> V answer(Object query, Class<V> type) {
    return queries.query(query, ResponseTypes.instanceOf(type)).join();
  }

  @Override
  public void close() {
    context.close();
    eventStore.shutDown();
  }

  private static void handle(AnnotationEventHandlerAdapter projection, EventMessage<?> event) {
    try {
      projection.handle(event);
    } catch (Exception e) {
      throw new AssertionError("a projection failed on " + event.getPayloadType(), e);
    }
  }
}
