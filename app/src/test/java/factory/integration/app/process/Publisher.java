package factory.integration.app.process;

import factory.integration.app.process.ApiClient.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Publishes a series while the platform is there, and remembers what was accepted. */
final class Publisher {

  private static final long BACK_OFF = Duration.ofMillis(20).toNanos();

  private final ApiClient api;
  private final EventSeries series;
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private int next;

  /** An event whose 202 was seen. */
  record Accepted(EventSeries series, int number, String eventId) {}

  Publisher(ApiClient api, EventSeries series) {
    this.api = api;
    this.series = series;
  }

  EventSeries series() {
    return series;
  }

  List<Accepted> accepted() {
    return accepted;
  }

  /** Publishes until told to stop, or until the platform no longer answers. */
  void run(BooleanSupplier running) {
    try {
      while (running.getAsBoolean()) {
        publishNext();
      }
    } catch (UncheckedIOException e) {
      // Nobody knows what became of it: with a key it is sent again, without one it is let go.
      next += series.keyed() ? 0 : 1;
    }
  }

  private void publishNext() {
    Reply reply = api.post("/v1/events", series.event(next));
    if (reply.status() == 503 || reply.status() == 429) {
      LockSupport.parkNanos(BACK_OFF);
      return;
    }
    accepted.add(new Accepted(series, next, reply.expecting(202).text("eventId")));
    next++;
  }
}
