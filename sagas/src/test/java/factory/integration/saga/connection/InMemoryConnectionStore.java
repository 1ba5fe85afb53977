package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionId;
import factory.integration.saga.CommittedWrites;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections that commit with the unit of work, as the adapters' tables do. */
final class InMemoryConnectionStore implements ConnectionStore {

  private final CommittedWrites writes = new CommittedWrites();
  private final Map<ConnectionId, EstablishedConnection> rows = new LinkedHashMap<>();
  private long version;

  @Override
  public void save(EstablishedConnection connection) {
    writes.write(
        () -> {
          rows.put(connection.connectionId(), connection);
          version++;
        });
  }

  @Override
  public void remove(ConnectionId connectionId) {
    writes.write(
        () -> {
          rows.remove(connectionId);
          version++;
        });
  }

  @Override
  public List<EstablishedConnection> findAll() {
    return List.copyOf(rows.values());
  }

  @Override
  public long version() {
    return version;
  }
}
