package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionId;
import factory.integration.api.messaging.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Connections by id and by tenant; written by one thread, read by many. */
final class ConnectionTable {

  private final Map<ConnectionId, EstablishedConnection> byId = new ConcurrentHashMap<>();
  private final Map<TenantId, Map<String, EstablishedConnection>> byTenant =
      new ConcurrentHashMap<>();

  ConnectionTable(List<EstablishedConnection> connections) {
    connections.forEach(this::put);
  }

  @Nullable EstablishedConnection find(ConnectionId id) {
    return byId.get(id);
  }

  Collection<EstablishedConnection> all() {
    return byId.values();
  }

  /** The tenant's connections, oldest first. */
  Collection<EstablishedConnection> ofTenant(TenantId tenant) {
    Map<String, EstablishedConnection> connections = byTenant.get(tenant);
    return connections == null ? List.of() : connections.values();
  }

  void put(EstablishedConnection connection) {
    byId.put(connection.connectionId(), connection);
    byTenant
        .computeIfAbsent(connection.tenant(), _ -> new ConcurrentSkipListMap<>())
        .put(connection.connectionId().value(), connection);
  }

  void remove(ConnectionId id) {
    EstablishedConnection removed = byId.remove(id);
    if (removed != null) {
      byTenant.getOrDefault(removed.tenant(), Map.of()).remove(id.value());
    }
  }
}
