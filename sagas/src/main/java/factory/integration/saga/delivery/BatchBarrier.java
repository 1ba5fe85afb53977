package factory.integration.saga.delivery;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps those who compare the queue with the store out of the middle of a batch of events: there
 * the queue knows already what the store will show only after the commit, so that a delivery which
 * was settled would be found and called again.
 */
final class BatchBarrier {

  private static final String JOINED = BatchBarrier.class.getName();

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Says that the batch changes queue and store; it counts until its end, however it ends. */
  void join(UnitOfWork<?> batch) {
    batch.root().getOrComputeResource(JOINED, _ -> enter(batch.root()));
  }

  /** Runs when no batch is under way, and lets none begin meanwhile. */
  void betweenBatches(Runnable comparison) {
    lock.writeLock().lock();
    try {
      comparison.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean enter(UnitOfWork<?> batch) {
    lock.readLock().lock();
    batch.onCleanup(_ -> lock.readLock().unlock());
    return true;
  }
}
