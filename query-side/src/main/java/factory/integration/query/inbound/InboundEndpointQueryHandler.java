package factory.integration.query.inbound;

import factory.integration.api.inbound.GetInboundEndpoint;
import factory.integration.api.inbound.InboundEndpointView;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceEvent;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers whom a vendor's call is for. It reads the source's own events: what was changed on
 * another node holds at once, and a source can be called as soon as it is created.
 */
final class InboundEndpointQueryHandler {

  private final EventStore eventStore;

  InboundEndpointQueryHandler(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  @QueryHandler
  Optional<InboundEndpointView> handle(GetInboundEndpoint query) {
    List<? extends DomainEventMessage<?>> history =
        eventStore.readEvents(query.sourceId().value()).asStream().toList();
    InboundSourceView source = null;
    for (DomainEventMessage<?> message : history) {
      InboundSourceEvent event = (InboundSourceEvent) message.getPayload();
      source = after(event, source, message.getSequenceNumber(), message.getTimestamp());
    }
    return Optional.ofNullable(source)
        .map(view -> new InboundEndpointView(tenant(history.getFirst()), view));
  }

  private static @Nullable InboundSourceView after(
      InboundSourceEvent event, @Nullable InboundSourceView view, long version, Instant at) {
    if (event instanceof InboundSourceCreated created) {
      return InboundSourceView.of(created, at);
    }
    return view == null ? null : changed(event, view, version, at);
  }

  private static @Nullable InboundSourceView changed(
      InboundSourceEvent event, InboundSourceView view, long version, Instant at) {
    return switch (event) {
      case InboundSourceCreated _ -> view;
      case InboundSourceChanged changed -> view.withSettings(changed.settings(), version, at);
      case InboundSourceEnabled _ -> view.switched(true, version, at);
      case InboundSourceDisabled _ -> view.switched(false, version, at);
      case InboundSecretRotated rotated -> view.rotated(rotated, version, at);
      case InboundSourceRemoved _ -> null;
    };
  }

  private static TenantId tenant(DomainEventMessage<?> message) {
    return new TenantId((String) message.getMetaData().get(ContextKeys.TENANT_ID));
  }
}
