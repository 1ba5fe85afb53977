package factory.integration.query.publication;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.publication.GetPublishedPayload;
import factory.integration.api.publication.PayloadRef;
import factory.integration.api.publication.PublishedPayloadView;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Reads payloads that were too long for the bus where they are kept anyway: in the event store,
 * straight from the place that the reference names.
 */
final class PublishedPayloadQueryHandler {

  private final EventStore events;

  PublishedPayloadQueryHandler(EventStore events) {
    this.events = events;
  }

  @QueryHandler
  Optional<PublishedPayloadView> handle(GetPublishedPayload query) {
    PayloadRef ref = query.ref();
    try (Stream<? extends DomainEventMessage<?>> history =
        events.readEvents(ref.source(), ref.sequence()).asStream()) {
      return history
          .limit(1)
          .filter(it -> ref.eventId().equals(PayloadRef.EVENT_ID_PREFIX + it.getIdentifier()))
          .filter(it -> query.tenant().value().equals(it.getMetaData().get(ContextKeys.TENANT_ID)))
          .map(DomainEventMessage::getPayload)
          .filter(PublishedEvent.class::isInstance)
          .map(it -> new PublishedPayloadView(((PublishedEvent) it).publishedPayload()))
          .findFirst();
    }
  }
}
