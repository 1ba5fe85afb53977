package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.RecordConnectionHealth;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.UniqueIds;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records in the tenant's context how a connection is. */
final class HealthRecorder {

  private static final Logger log = LoggerFactory.getLogger(HealthRecorder.class);

  /** Who asks when nobody does. */
  private static final String PLATFORM = "platform";

  private final CommandGateway commands;
  private final UniqueIds ids;

  HealthRecorder(CommandGateway commands, UniqueIds ids) {
    this.commands = commands;
    this.ids = ids;
  }

  void record(EstablishedConnection connection, ConnectionHealth health, Probe probe) {
    RecordConnectionHealth command =
        new RecordConnectionHealth(
            connection.connectionId(), health, probe.category(), probe.check().detail());
    Map<String, String> context =
        Map.of(
            ContextKeys.TENANT_ID,
            connection.tenant().value(),
            ContextKeys.CORRELATION_ID,
            "corr-" + ids.next(),
            ContextKeys.ACTOR,
            PLATFORM);
    try {
      commands.sendAndWait(
          GenericCommandMessage.<Object>asCommandMessage(command).withMetaData(context));
    } catch (CommandRejected e) {
      log.debug("{} takes no health any more: {}", connection.connectionId(), e.getMessage());
    }
  }
}
