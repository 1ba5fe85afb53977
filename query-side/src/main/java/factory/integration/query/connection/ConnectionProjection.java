package factory.integration.query.connection;

import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.registry.Registry;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each connection, by its provider. */
@ProcessingGroup(ProcessingGroups.CONNECTIONS)
final class ConnectionProjection {

  private final Registry<ConnectionView> connections;

  ConnectionProjection(Registry<ConnectionView> connections) {
    this.connections = connections;
  }

  @EventHandler
  void on(
      IntegrationConnectionRequested event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    String id = event.connectionId().value();
    String provider = event.settings().providerId().value();
    connections.add(
        new Registry.Origin(tenant, id, provider, at, token), ConnectionView.of(event, at));
  }

  @EventHandler
  void on(ConnectionEvent event, @SequenceNumber long version, @Timestamp Instant at) {
    connections.change(
        event.connectionId().value(), version, view -> view.after(event, version, at));
  }

  @ResetHandler
  void reset() {
    connections.clear();
  }
}
