package factory.integration.app.process;

import factory.integration.app.process.ApiClient.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Publishes a series while a node of the platform is there, and remembers what was accepted. When a
 * node does not answer it turns to the next one, and so it does when asked to try again later.
 */
final class Publisher {

  private static final long BACK_OFF = Duration.ofMillis(20).toNanos();

  private final List<ApiClient> nodes;
  private final EventSeries series;
  private final Duration pause;
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private int next;
  private int node;

  /** An event whose 202 was seen. */
  record Accepted(EventSeries series, int number, String eventId) {}

  Publisher(ApiClient api, EventSeries series) {
    this(List.of(api), series, Duration.ZERO);
  }

  /**
   * @param pause between two events
   */
  Publisher(List<ApiClient> nodes, EventSeries series, Duration pause) {
    this.nodes = nodes;
    this.series = series;
    this.pause = pause;
  }

  EventSeries series() {
    return series;
  }

  List<Accepted> accepted() {
    return accepted;
  }

  /** Publishes until told to stop, or until the only node no longer answers. */
  void run(BooleanSupplier running) {
    while (running.getAsBoolean()) {
      LockSupport.parkNanos(pause.toNanos());
      try {
        publishNext();
      } catch (UncheckedIOException e) {
        // Nobody knows what became of it: with a key it is sent again, without one it is let go.
        next += series.keyed() ? 0 : 1;
        turnToNextNode();
        if (nodes.size() == 1) {
          return;
        }
      }
    }
  }

  private void turnToNextNode() {
    node = (node + 1) % nodes.size();
    LockSupport.parkNanos(BACK_OFF);
  }

  private void publishNext() {
    Reply reply = nodes.get(node).post("/v1/events", series.event(next));
    if (reply.status() == 503 || reply.status() == 429) {
      turnToNextNode();
      return;
    }
    accepted.add(new Accepted(series, next, reply.expecting(202).text("eventId")));
    next++;
  }
}
