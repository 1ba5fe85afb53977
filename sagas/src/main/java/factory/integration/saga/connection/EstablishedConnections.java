package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/**
 * Lets the directory follow the stream that is routed, so that an event meets them as they were.
 */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.ESTABLISHED_CONNECTIONS)
final class EstablishedConnections {

  private final ConnectionDirectory directory;

  EstablishedConnections(ConnectionDirectory directory) {
    this.directory = directory;
  }

  @EventHandler
  void on(
      ConnectionEvent event,
      @MetaDataValue(value = ContextKeys.TENANT_ID, required = true) String tenant) {
    directory.apply(event, new TenantId(tenant));
  }
}
