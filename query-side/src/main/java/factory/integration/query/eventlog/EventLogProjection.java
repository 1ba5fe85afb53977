package factory.integration.query.eventlog;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.DuplicateEventReceived;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.Routing;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Writes the events log. */
@ProcessingGroup(ProcessingGroups.EVENTS_LOG)
final class EventLogProjection {

  private final EventLogStore store;

  EventLogProjection(EventLogStore store) {
    this.store = store;
  }

  @EventHandler
  void on(
      EventAccepted event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    store.add(entry(event, tenant, at, TimelineKey.of(at, token)));
  }

  @EventHandler
  void on(
      DuplicateEventReceived event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    long key = TimelineKey.of(at, token);
    store.addDuplicate(
        new DuplicateDocument(key, tenant, event.eventId(), event.idempotencyKey(), at));
  }

  @EventHandler
  void on(EventRouted event) {
    store.route(event.eventId(), event.decisions());
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private static SourceEventDocument entry(
      EventAccepted event, String tenant, Instant at, long key) {
    return new SourceEventDocument(
        key,
        tenant,
        event.eventId(),
        event.eventType(),
        event.data(),
        ownerOf(event.routing()),
        event.idempotencyKey(),
        event.orderingKey(),
        event.customHeaders(),
        event.occurredAt(),
        at,
        false);
  }

  private static @Nullable String ownerOf(Routing routing) {
    return routing instanceof Routing.FanOut fanOut ? fanOut.ownerId() : null;
  }
}
