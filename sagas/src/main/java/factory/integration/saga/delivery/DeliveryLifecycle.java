package factory.integration.saga.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the engine before the event processors, and stops it after the web server: first no call
 * starts any more, then those under way may end, then their outcomes are stored. The lease is kept
 * until then, so that no other node makes the same calls.
 */
final class DeliveryLifecycle implements SmartLifecycle {

  /** Above the command handlers and far below the event processors: starts before, stops after. */
  static final int PHASE = 10;

  private static final Logger log = LoggerFactory.getLogger(DeliveryLifecycle.class);

  private final DeliveryEngine engine;
  private final OutcomeRecorder recorder;
  private final DeliverySweeper sweeper;
  private final Duration grace;
  private @Nullable Thread recording;
  private @Nullable Thread sweeping;

  DeliveryLifecycle(
      DeliveryEngine engine, OutcomeRecorder recorder, DeliverySweeper sweeper, Duration grace) {
    this.engine = engine;
    this.recorder = recorder;
    this.sweeper = sweeper;
    this.grace = grace;
  }

  @Override
  public void start() {
    recording = Thread.ofPlatform().name("delivery-outcomes").start(recorder::run);
    sweeping = Thread.ofPlatform().name("delivery-sweeper").daemon().start(sweeper::run);
  }

  @Override
  public void stop() {
    try {
      if (!engine.drain(grace)) {
        log.warn(
            "calls are still under way after {}; they are made again at the next start", grace);
      }
      recorder.stop();
      join(recording);
      sweeper.stop();
      join(sweeping);
      sweeper.giveBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      recording = null;
      sweeping = null;
    }
  }

  private static void join(@Nullable Thread thread) throws InterruptedException {
    if (thread != null) {
      thread.join();
    }
  }

  @Override
  public boolean isRunning() {
    return recording != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
