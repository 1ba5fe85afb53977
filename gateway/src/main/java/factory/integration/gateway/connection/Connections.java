package factory.integration.gateway.connection;

import factory.integration.api.connection.ChangeIntegrationConnection;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionCommand;
import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.EstablishIntegrationConnection;
import factory.integration.api.connection.GetConnection;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.connection.RecordConnectionTest;
import factory.integration.api.connection.RetireIntegrationConnection;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.InstantSource;
import java.util.Optional;

/** Changes connections; each method returns when the caller can read what it did. */
final class Connections {

  private final Messages messages;
  private final UniqueIds ids;
  private final InstantSource clock;

  Connections(Messages messages, UniqueIds ids, InstantSource clock) {
    this.messages = messages;
    this.ids = ids;
    this.clock = clock;
  }

  /** The tenant's connection of that id; any other id is not found. */
  ConnectionView get(TenantId tenant, String id) {
    return find(tenant, Messages.idOf("connection", id, ConnectionId::new))
        .orElseThrow(() -> RequestRefused.notFound("connection"));
  }

  /** Makes a connection that is still to be tested. */
  ConnectionView request(ConnectionSettings settings, RequestContext context) {
    ConnectionId id = ConnectionId.of(ids.next());
    messages.send(new EstablishIntegrationConnection(id, settings), context);
    return ConnectionView.of(new IntegrationConnectionRequested(id, settings), clock.instant());
  }

  ConnectionView record(ConnectionCheck check, ConnectionView view, RequestContext context) {
    ConnectionId id = view.connectionId();
    ConnectionEvent event =
        check.passed()
            ? new IntegrationConnectionEstablished(id, view.settings(), check)
            : new IntegrationConnectionTestFailed(id, check);
    return send(new RecordConnectionTest(id, check), view, event, context);
  }

  ConnectionView change(
      ConnectionView view, ConnectionSettings settings, String reason, RequestContext context) {
    ConnectionId id = view.connectionId();
    return send(
        new ChangeIntegrationConnection(id, view.version(), settings, reason),
        view,
        new IntegrationConnectionChanged(id, settings, reason),
        context);
  }

  ConnectionView retire(ConnectionView view, String reason, RequestContext context) {
    ConnectionId id = view.connectionId();
    return send(
        new RetireIntegrationConnection(id, reason),
        view,
        new IntegrationConnectionRetired(id, view.settings().providerId(), reason),
        context);
  }

  /** What the read model shows once it has the change; what is expected if it takes too long. */
  private ConnectionView send(
      ConnectionCommand command,
      ConnectionView view,
      ConnectionEvent expected,
      RequestContext context) {
    long version = messages.<Number>send(command, context).longValue();
    return FollowingRead.until(
            shown -> shown.version() >= version, () -> find(context.tenant(), view.connectionId()))
        .orElseGet(() -> view.after(expected, version, clock.instant()));
  }

  private Optional<ConnectionView> find(TenantId tenant, ConnectionId id) {
    return messages.find(new GetConnection(tenant, id), ConnectionView.class);
  }
}
