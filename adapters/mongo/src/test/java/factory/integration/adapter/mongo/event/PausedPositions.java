package factory.integration.adapter.mongo.event;

import java.util.concurrent.CountDownLatch;

/** Stops a writer once, between reserving positions and storing events at them. */
final class PausedPositions implements Positions {

  private final Positions positions;
  private final CountDownLatch reserved = new CountDownLatch(1);
  private final CountDownLatch resumed = new CountDownLatch(1);

  PausedPositions(Positions positions) {
    this.positions = positions;
  }

  @Override
  public long reserve(int count) {
    long last = positions.reserve(count);
    reserved.countDown();
    await(resumed);
    return last;
  }

  void awaitReserved() {
    await(reserved);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while paused", e);
    }
  }

  void resume() {
    resumed.countDown();
  }
}
