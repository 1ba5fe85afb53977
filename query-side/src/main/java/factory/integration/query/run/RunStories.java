package factory.integration.query.run;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.RunId;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads runs from the event store, so that what a caller did is seen at once. */
final class RunStories {

  private final EventStore events;

  RunStories(EventStore events) {
    this.events = events;
  }

  /** The tenant's run; empty when it has none of that id. */
  Optional<RunStory> find(TenantId tenant, RunId id) {
    DomainEventStream stream = events.readEvents(id.value(), 0);
    if (!stream.hasNext() || !isOf(tenant, stream.peek())) {
      return Optional.empty();
    }
    Optional<RunStory> story =
        Beginning.of(stream.peek().getPayload(), stream.peek().getTimestamp()).map(RunStory::new);
    story.ifPresent(
        told ->
            stream.forEachRemaining(event -> told.tell(event.getPayload(), event.getTimestamp())));
    return story;
  }

  private static boolean isOf(TenantId tenant, DomainEventMessage<?> event) {
    return tenant.value().equals(event.getMetaData().get(ContextKeys.TENANT_ID));
  }
}
