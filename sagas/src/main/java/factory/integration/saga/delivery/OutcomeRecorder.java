package factory.integration.saga.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records outcomes many at a time: all that wait become one append. An outcome stays here until it
 * is stored, however long the store is away; one that can't be stored does not stop the others.
 */
final class OutcomeRecorder {

  private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final int BATCH = 200;
  private static final long POLL_MILLIS = 200;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final OutcomeStore store;
  private final LinkedBlockingQueue<CommandMessage<?>> waiting = new LinkedBlockingQueue<>();
  private List<CommandMessage<?>> again = new ArrayList<>();
  private long againSince;
  private volatile boolean stopping;

  OutcomeRecorder(OutcomeStore store) {
    this.store = store;
  }

  void record(DueDelivery due, CallReport report) {
    Object command = OutcomeCommands.of(due, report);
    waiting.add(GenericCommandMessage.asCommandMessage(command).withMetaData(due.context()));
  }

  /** Records until it is told to stop and nothing waits; runs in a thread of its own. */
  void run() {
    while (!stopping || !waiting.isEmpty()) {
      List<CommandMessage<?>> batch = takeBatch();
      if (!batch.isEmpty()) {
        keepForAgain(store.store(batch));
      }
      if (!again.isEmpty() && System.nanoTime() - againSince >= PAUSE_NANOS) {
        tryAgain();
      }
    }
    tryAgain();
    if (!again.isEmpty()) {
      log.warn("{} outcomes could not be stored; their calls are made again", again.size());
    }
  }

  void stop() {
    stopping = true;
  }

  int waiting() {
    return waiting.size();
  }

  private List<CommandMessage<?>> takeBatch() {
    List<CommandMessage<?>> batch = new ArrayList<>();
    try {
      CommandMessage<?> first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
    return batch;
  }

  private void keepForAgain(List<CommandMessage<?>> notStored) {
    if (!notStored.isEmpty()) {
      log.warn("{} outcomes could not be stored and are tried again", notStored.size());
      again.addAll(notStored);
      againSince = System.nanoTime();
    }
  }

  private void tryAgain() {
    List<CommandMessage<?>> all = again;
    again = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      keepForAgain(store.store(all.subList(from, Math.min(from + BATCH, all.size()))));
    }
  }
}
