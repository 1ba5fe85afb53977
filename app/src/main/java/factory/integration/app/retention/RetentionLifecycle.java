package factory.integration.app.retention;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes turns while the platform runs; what fails is tried again with the next round. */
final class RetentionLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionLifecycle.class);

  /** A platform has better to do in its first minute. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private final Retention retention;
  private final Duration interval;
  private @Nullable ScheduledThreadPoolExecutor turns;

  RetentionLifecycle(Retention retention, Duration interval) {
    this.retention = retention;
    this.interval = interval;
  }

  @Override
  public void start() {
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("retention").daemon().factory());
    started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    turns = started;
    next(started, interval.compareTo(FIRST) < 0 ? interval : FIRST);
  }

  private void next(ScheduledExecutorService on, Duration delay) {
    try {
      on.schedule(() -> next(on, turn()), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("retention stopped between two steps");
    }
  }

  private Duration turn() {
    try {
      return retention.turn();
    } catch (RuntimeException e) {
      LOG.warn("retention goes on with its next round: {}", e.toString());
      return retention.end();
    }
  }

  /** Waits for the step under way, which is short. */
  @Override
  public void stop() {
    if (turns != null) {
      turns.close();
      turns = null;
    }
  }

  @Override
  public boolean isRunning() {
    return turns != null;
  }
}
