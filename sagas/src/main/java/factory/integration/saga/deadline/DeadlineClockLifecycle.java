package factory.integration.saga.deadline;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the deadline clock in a thread of its own while the application runs. */
final class DeadlineClockLifecycle implements SmartLifecycle {

  private final DeadlineClock clock;
  private @Nullable Thread thread;

  DeadlineClockLifecycle(DeadlineClock clock) {
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("deadline-clock").daemon().start(clock::run);
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      clock.stop();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
