package factory.integration.benchmarks.scenario;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waiting for something that grows: as long as it does, and some time longer. */
final class Patience {

  private static final long STALLED = TimeUnit.SECONDS.toNanos(20);
  private static final long STEP_MILLIS = 50;

  private Patience() {}

  /** Waits until the goal is reached, or nothing has grown for twenty seconds. */
  static void whileProgressing(LongSupplier measured, long goal) throws InterruptedException {
    long best = Long.MIN_VALUE;
    long lastProgress = System.nanoTime();
    while (System.nanoTime() - lastProgress < STALLED) {
      long now = measured.getAsLong();
      if (now >= goal) {
        return;
      }
      if (now > best) {
        best = now;
        lastProgress = System.nanoTime();
      }
      Thread.sleep(STEP_MILLIS);
    }
  }
}
