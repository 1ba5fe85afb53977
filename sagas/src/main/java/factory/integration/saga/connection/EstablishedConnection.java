package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.messaging.TenantId;

/**
 * A connection that runs may be made on.
 *
 * @param health the latest that was recorded
 */
public record EstablishedConnection(
    TenantId tenant,
    ConnectionId connectionId,
    ConnectionSettings settings,
    ConnectionHealth health) {

  EstablishedConnection with(ConnectionSettings changed) {
    return new EstablishedConnection(tenant, connectionId, changed, health);
  }

  EstablishedConnection with(ConnectionHealth changed) {
    return new EstablishedConnection(tenant, connectionId, settings, changed);
  }
}
