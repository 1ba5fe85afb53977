package factory.integration.app.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** How the sink answers a call. */
sealed interface Answer {

  /** At once. */
  record Status(int status) implements Answer {}

  /** Late. */
  record Slow(Duration delay, int status) implements Answer {}

  /** Not before the latch opens. */
  record Held(CountDownLatch until, int status) implements Answer {}

  /** Not at all: the connection closes. */
  record Closed() implements Answer {}

  static Answer ok() {
    return new Status(200);
  }
}
