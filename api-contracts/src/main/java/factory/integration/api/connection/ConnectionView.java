package factory.integration.api.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the platform knows it.
 *
 * @param health absent until it is established
 * @param detail what its latest test or probe found, or why it was retired
 * @param version of its latest event, from 0
 */
public record ConnectionView(
    ConnectionId connectionId,
    ConnectionSettings settings,
    ConnectionStatus status,
    @Nullable ConnectionHealth health,
    @Nullable String detail,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** What the request for a connection makes. */
  public static ConnectionView of(IntegrationConnectionRequested event, Instant at) {
    return new ConnectionView(
        event.connectionId(),
        event.settings(),
        ConnectionStatus.PENDING,
        null,
        "it was not tested yet",
        0,
        at,
        at);
  }

  /** What a later event makes of it. */
  public ConnectionView after(ConnectionEvent event, long version, Instant at) {
    return switch (event) {
      case IntegrationConnectionRequested _ -> this;
      case IntegrationConnectionEstablished established ->
          with(ConnectionStatus.ESTABLISHED, established.check().detail())
              .with(established.settings(), ConnectionHealth.HEALTHY)
              .at(version, at);
      case IntegrationConnectionTestFailed failed ->
          with(status, failed.check().detail()).at(version, at);
      case IntegrationConnectionChanged changed -> with(changed.settings(), health).at(version, at);
      case IntegrationConnectionHealthChanged changed ->
          with(status, changed.detail()).with(settings, changed.health()).at(version, at);
      case IntegrationConnectionRetired retired ->
          with(ConnectionStatus.RETIRED, retired.reason()).at(version, at);
    };
  }

  private ConnectionView with(ConnectionStatus status, String detail) {
    return new ConnectionView(
        connectionId, settings, status, health, detail, version, createdAt, updatedAt);
  }

  private ConnectionView with(ConnectionSettings settings, @Nullable ConnectionHealth health) {
    return new ConnectionView(
        connectionId, settings, status, health, detail, version, createdAt, updatedAt);
  }

  private ConnectionView at(long version, Instant at) {
    return new ConnectionView(
        connectionId, settings, status, health, detail, version, createdAt, at);
  }
}
