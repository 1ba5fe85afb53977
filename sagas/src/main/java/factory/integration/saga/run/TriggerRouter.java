package factory.integration.saga.run;

import factory.integration.api.connection.Trigger;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.connection.ConnectionDirectory;
import factory.integration.saga.connection.EstablishedConnection;
import factory.integration.saga.sourceevent.SourceEvents;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;

/** Asks for the runs that an accepted event triggers, each of them once. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.TRIGGERS)
final class TriggerRouter {

  private final ConnectionDirectory connections;
  private final PlannedRuns plans;
  private final SourceEvents sourceEvents;
  private final CommandGateway commands;

  TriggerRouter(
      ConnectionDirectory connections,
      PlannedRuns plans,
      SourceEvents sourceEvents,
      CommandGateway commands) {
    this.connections = connections;
    this.plans = plans;
    this.sourceEvents = sourceEvents;
    this.commands = commands;
  }

  @EventHandler
  void on(EventAccepted event, MetaData context) {
    connections.forgetRolledBack();
    TenantId tenant = new TenantId((String) context.get(ContextKeys.TENANT_ID));
    for (EstablishedConnection connection : connections.ofTenant(tenant)) {
      List<Trigger> triggers = connection.settings().triggers();
      for (int i = 0; i < triggers.size(); i++) {
        if (triggers.get(i).matches(event.eventType().value())) {
          sourceEvents.remember(event, context);
          ask(event, connection, triggers.get(i), i);
        }
      }
    }
  }

  private void ask(
      EventAccepted event, EstablishedConnection connection, Trigger trigger, int number) {
    RunOrigin origin = new RunOrigin(event.eventId(), event.eventType(), trigger);
    RunId id =
        RunId.of(
            UniqueIds.derivedBeside(
                event.eventId().uniquePart(),
                event.eventId().value(),
                connection.connectionId().value(),
                trigger.operation() + "/" + number));
    plans.plan(connection, origin, id).ifPresent(commands::sendAndWait);
  }
}
