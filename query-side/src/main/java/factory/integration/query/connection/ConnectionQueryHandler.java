package factory.integration.query.connection;

import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.FindConnections;
import factory.integration.api.connection.GetConnection;
import factory.integration.api.messaging.Page;
import factory.integration.query.registry.Registry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which connections there are. */
final class ConnectionQueryHandler {

  private final Registry<ConnectionView> connections;

  ConnectionQueryHandler(Registry<ConnectionView> connections) {
    this.connections = connections;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindConnections query) {
    String provider = query.providerId() == null ? null : query.providerId().value();
    return connections.page(query.tenant(), provider, query.limit(), query.cursor());
  }

  @QueryHandler
  Optional<ConnectionView> handle(GetConnection query) {
    return connections.get(query.tenant(), query.connectionId().value());
  }
}
