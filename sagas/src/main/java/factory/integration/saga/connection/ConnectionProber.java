package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Probes every established connection once an interval, spread over it, on the node that makes the
 * calls to the outside.
 */
final class ConnectionProber {

  private static final int MOST_AT_A_TIME = 16;

  private final ConnectionDirectory directory;
  private final ConnectionWatch watch;
  private final BooleanSupplier isOurTurn;
  private final Duration interval;
  private final InstantSource clock;
  private final Executor executor;
  private final Map<ConnectionId, Instant> due = new HashMap<>();
  private final Set<ConnectionId> underWay = new HashSet<>();

  ConnectionProber(
      ConnectionDirectory directory,
      ConnectionWatch watch,
      BooleanSupplier isOurTurn,
      Duration interval,
      InstantSource clock,
      Executor executor) {
    this.directory = directory;
    this.watch = watch;
    this.isOurTurn = isOurTurn;
    this.interval = interval;
    this.clock = clock;
    this.executor = executor;
  }

  /** Starts the probes that are due. */
  void tick() {
    List<EstablishedConnection> connections =
        isOurTurn.getAsBoolean() ? directory.all() : List.of();
    for (EstablishedConnection connection : takeDue(connections)) {
      executor.execute(() -> probe(connection));
    }
  }

  private synchronized List<EstablishedConnection> takeDue(
      List<EstablishedConnection> connections) {
    forgetOthers(connections);
    Instant now = clock.instant();
    List<EstablishedConnection> taken = new ArrayList<>();
    for (EstablishedConnection connection : connections) {
      ConnectionId id = connection.connectionId();
      Instant at = due.computeIfAbsent(id, _ -> now.plus(offset(id)));
      if (!at.isAfter(now) && underWay.size() < MOST_AT_A_TIME && underWay.add(id)) {
        due.put(id, now.plus(interval));
        taken.add(connection);
      }
    }
    return taken;
  }

  private void forgetOthers(List<EstablishedConnection> connections) {
    Set<ConnectionId> known = new HashSet<>();
    connections.forEach(connection -> known.add(connection.connectionId()));
    due.keySet().retainAll(known);
    watch.forgetOthers(known);
  }

  /** Where in the interval a connection has its turn: always the same place. */
  private Duration offset(ConnectionId id) {
    return Duration.ofMillis(Math.floorMod(id.hashCode(), Math.max(1, interval.toMillis())));
  }

  private void probe(EstablishedConnection connection) {
    try {
      watch.probe(connection);
    } finally {
      ended(connection.connectionId());
    }
  }

  private synchronized void ended(ConnectionId id) {
    underWay.remove(id);
  }
}
