package factory.integration.saga.connection;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the prober tick while the platform runs. */
final class ProberLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ProberLifecycle.class);
  private static final int TICKS_PER_INTERVAL = 20;
  private static final long LONGEST_TICK_MILLIS = 1_000;

  private final ConnectionProber prober;
  private final long tickMillis;
  private @Nullable ScheduledExecutorService ticks;

  ProberLifecycle(ConnectionProber prober, Duration interval) {
    this.prober = prober;
    this.tickMillis = Math.min(LONGEST_TICK_MILLIS, interval.toMillis() / TICKS_PER_INTERVAL);
  }

  @Override
  public void start() {
    ticks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("connection-prober").daemon().factory());
    ticks.scheduleWithFixedDelay(this::tick, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      prober.tick();
    } catch (RuntimeException e) {
      log.warn("connections could not be probed and are tried again: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    if (ticks != null) {
      ticks.shutdownNow();
      ticks = null;
    }
  }

  @Override
  public boolean isRunning() {
    return ticks != null;
  }
}
