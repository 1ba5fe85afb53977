package factory.integration.command.connection;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import factory.integration.api.connection.ChangeIntegrationConnection;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.EstablishIntegrationConnection;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.connection.RecordConnectionHealth;
import factory.integration.api.connection.RecordConnectionTest;
import factory.integration.api.connection.RetireIntegrationConnection;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.UniqueIds;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A way to call a provider. Commands answer the version after them. */
@SuppressWarnings("NullAway.Init")
final class IntegrationConnection {

  @AggregateIdentifier private ConnectionId connectionId;
  private ConnectionSettings settings;
  private ConnectionStatus status;
  private ConnectionHealth health;
  private long changedAt;

  @CommandHandler
  IntegrationConnection(EstablishIntegrationConnection command) {
    apply(new IntegrationConnectionRequested(command.connectionId(), command.settings()));
  }

  @EventSourcingHandler
  void evolve(IntegrationConnectionRequested event) {
    connectionId = event.connectionId();
    settings = event.settings();
    status = ConnectionStatus.PENDING;
  }

  /** Once it is established its health tells how it is, so that a test decides nothing. */
  @CommandHandler
  long decide(RecordConnectionTest command) {
    refuseIfRetired();
    if (status == ConnectionStatus.PENDING) {
      apply(
          command.check().passed()
              ? new IntegrationConnectionEstablished(connectionId, settings, command.check())
              : new IntegrationConnectionTestFailed(connectionId, command.check()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(IntegrationConnectionEstablished event) {
    status = ConnectionStatus.ESTABLISHED;
    health = ConnectionHealth.HEALTHY;
  }

  @CommandHandler
  long decide(ChangeIntegrationConnection command) {
    refuseIfRetired();
    if (!command.settings().equals(settings)) {
      CommandRejected.unless(command.version() >= changedAt, Reason.CONNECTION_CHANGED_MEANWHILE);
      CommandRejected.unless(
          command.settings().hasTargetOf(settings), Reason.CONNECTION_TARGET_STAYS);
      apply(new IntegrationConnectionChanged(connectionId, command.settings(), command.reason()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(IntegrationConnectionChanged event, @SequenceNumber long version) {
    settings = event.settings();
    changedAt = version;
  }

  @CommandHandler
  long decide(RecordConnectionHealth command) {
    refuseIfRetired();
    CommandRejected.unless(
        status == ConnectionStatus.ESTABLISHED, Reason.CONNECTION_NOT_ESTABLISHED);
    if (command.health() != health) {
      if (command.health() == ConnectionHealth.UNHEALTHY) {
        apply(healthLost(command));
      }
      apply(
          new IntegrationConnectionHealthChanged(
              connectionId, settings.providerId(), health, command.health(), command.detail()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(IntegrationConnectionHealthChanged event) {
    health = event.health();
  }

  @CommandHandler
  long decide(RetireIntegrationConnection command) {
    if (status != ConnectionStatus.RETIRED) {
      apply(
          new IntegrationConnectionRetired(connectionId, settings.providerId(), command.reason()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(IntegrationConnectionRetired event) {
    status = ConnectionStatus.RETIRED;
  }

  private void refuseIfRetired() {
    CommandRejected.unless(status != ConnectionStatus.RETIRED, Reason.CONNECTION_RETIRED);
  }

  /** Derived from the version, so that the same loss has one id however often it is decided. */
  private IntegrationFailed healthLost(RecordConnectionHealth command) {
    String connection = connectionId.uniquePart();
    String id = UniqueIds.derivedBeside(connection, connection, Long.toString(getVersion()));
    return IntegrationFailed.ofProbe(
        FailureId.of(id),
        new ProbeFailure(connectionId, settings.providerId()),
        Objects.requireNonNullElse(command.category(), FailureCategory.CONNECTION),
        command.detail());
  }

  IntegrationConnection() {}
}
