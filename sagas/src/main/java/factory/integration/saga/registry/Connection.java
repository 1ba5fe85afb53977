package factory.integration.saga.registry;

import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A connection as its events tell it.
 *
 * @param health absent until it is established
 */
public record Connection(
    ConnectionSettings settings, ConnectionStatus status, @Nullable ConnectionHealth health) {

  /** Whether runs may be made on it. */
  public boolean isEstablished() {
    return status == ConnectionStatus.ESTABLISHED;
  }

  static Connection requested(IntegrationConnectionRequested event) {
    return new Connection(event.settings(), ConnectionStatus.PENDING, null);
  }

  Connection after(ConnectionEvent event) {
    return switch (event) {
      case IntegrationConnectionRequested _, IntegrationConnectionTestFailed _ -> this;
      case IntegrationConnectionEstablished established ->
          new Connection(
              established.settings(), ConnectionStatus.ESTABLISHED, ConnectionHealth.HEALTHY);
      case IntegrationConnectionChanged changed ->
          new Connection(changed.settings(), status, health);
      case IntegrationConnectionHealthChanged changed ->
          new Connection(settings, status, changed.health());
      case IntegrationConnectionRetired _ ->
          new Connection(settings, ConnectionStatus.RETIRED, health);
    };
  }
}
