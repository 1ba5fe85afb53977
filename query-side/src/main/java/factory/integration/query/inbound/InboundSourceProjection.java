package factory.integration.query.inbound;

import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceEvent;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.registry.Registry;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each inbound source as its latest event left it. */
@ProcessingGroup(ProcessingGroups.INBOUND_SOURCES)
final class InboundSourceProjection {

  private final Registry<InboundSourceView> sources;

  InboundSourceProjection(Registry<InboundSourceView> sources) {
    this.sources = sources;
  }

  @EventHandler
  void on(
      InboundSourceCreated event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    String id = event.sourceId().value();
    sources.add(new Registry.Origin(tenant, id, null, at, token), InboundSourceView.of(event, at));
  }

  @EventHandler
  void on(InboundSourceChanged event, @SequenceNumber long version, @Timestamp Instant at) {
    change(event, version, view -> view.withSettings(event.settings(), version, at));
  }

  @EventHandler
  void on(InboundSourceEnabled event, @SequenceNumber long version, @Timestamp Instant at) {
    change(event, version, view -> view.switched(true, version, at));
  }

  @EventHandler
  void on(InboundSourceDisabled event, @SequenceNumber long version, @Timestamp Instant at) {
    change(event, version, view -> view.switched(false, version, at));
  }

  @EventHandler
  void on(InboundSecretRotated event, @SequenceNumber long version, @Timestamp Instant at) {
    change(event, version, view -> view.rotated(event, version, at));
  }

  @EventHandler
  void on(InboundSourceRemoved event) {
    sources.remove(event.sourceId().value());
  }

  @ResetHandler
  void reset() {
    sources.clear();
  }

  private void change(
      InboundSourceEvent event, long version, UnaryOperator<InboundSourceView> change) {
    sources.change(event.sourceId().value(), version, change);
  }
}
