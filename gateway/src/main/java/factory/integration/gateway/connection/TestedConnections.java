package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.ConnectionTester;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.gateway.request.RequestContext;

/** Tests connections; the first test that passes establishes one. */
final class TestedConnections {

  private final Connections connections;
  private final ConnectionTester tester;

  TestedConnections(Connections connections, ConnectionTester tester) {
    this.connections = connections;
    this.tester = tester;
  }

  ConnectionView establish(ConnectionSettings settings, RequestContext context) {
    ConnectionView requested = connections.request(settings, context);
    ConnectionCheck check = tester.test(context.tenant(), settings);
    return connections.record(check, requested, context);
  }

  /** An established one is called all the same, but its probes tell how it is. */
  TestResource test(ConnectionView view, RequestContext context) {
    CommandRejected.unless(view.status() != ConnectionStatus.RETIRED, Reason.CONNECTION_RETIRED);
    ConnectionCheck check = tester.test(context.tenant(), view.settings());
    return TestResource.of(check, connections.record(check, view, context));
  }
}
