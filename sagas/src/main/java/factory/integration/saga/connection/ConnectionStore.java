package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionId;
import java.util.List;

/** Keeps established connections. Writes join the calling thread's transaction if there is one. */
public interface ConnectionStore {

  /** Adds or replaces by id. */
  void save(EstablishedConnection connection);

  /** Removes one; a missing one is no error. */
  void remove(ConnectionId connectionId);

  /** Every established connection of every tenant. */
  List<EstablishedConnection> findAll();

  /**
   * Tells whether the connections are still as they were: another number than before when anybody
   * changed one, on another node too. Cheap enough to ask several times a second.
   */
  long version();
}
