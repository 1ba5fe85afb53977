package factory.integration.saga.delivery;

import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records outcomes many at a time: all that wait become one append. An outcome stays here until it
 * is stored, however long the store is away.
 */
final class OutcomeRecorder {

  private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final int BATCH = 500;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long POLL_MILLIS = 200;

  private final CommandBus commandBus;
  private final LinkedBlockingQueue<CommandMessage<?>> waiting = new LinkedBlockingQueue<>();
  private volatile boolean stopping;

  OutcomeRecorder(CommandBus commandBus) {
    this.commandBus = commandBus;
  }

  void record(DueDelivery due, CallReport report) {
    Object command =
        switch (report) {
          case CallReport.Made made ->
              new RecordDeliveryOutcome(
                  due.deliveryId(), due.attempt(), made.outcome(), made.exchange());
          case CallReport.NotMade notMade ->
              new CancelWebhookDelivery(due.deliveryId(), notMade.reason());
        };
    waiting.add(GenericCommandMessage.asCommandMessage(command).withMetaData(due.context()));
  }

  /** Records until it is told to stop and nothing waits; runs in a thread of its own. */
  void run() {
    List<CommandMessage<?>> batch = new ArrayList<>(BATCH);
    while (!stopping || !waiting.isEmpty()) {
      if (takeBatch(batch)) {
        store(batch);
        batch.clear();
      }
    }
  }

  void stop() {
    stopping = true;
  }

  int waiting() {
    return waiting.size();
  }

  private boolean takeBatch(List<CommandMessage<?>> batch) {
    try {
      CommandMessage<?> first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
    return !batch.isEmpty();
  }

  private void store(List<CommandMessage<?>> batch) {
    try {
      storeTogether(batch);
    } catch (RuntimeException e) {
      log.warn("{} outcomes could not be stored together: {}", batch.size(), e.toString());
      batch.forEach(this::storeAlone);
    }
  }

  private void storeTogether(List<CommandMessage<?>> batch) {
    UnitOfWork<?> unitOfWork =
        DefaultUnitOfWork.startAndGet(GenericMessage.asMessage(OutcomeRecorder.class));
    unitOfWork.execute(() -> batch.forEach(this::dispatch));
  }

  private void storeAlone(CommandMessage<?> command) {
    while (true) {
      try {
        dispatch(command);
        return;
      } catch (RuntimeException e) {
        log.warn(
            "the outcome of {} could not be stored and is tried again: {}",
            command.getMetaData().get(ContextKeys.CAUSATION_ID),
            e.toString());
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void dispatch(CommandMessage<?> command) {
    commandBus.dispatch(
        command,
        (dispatched, result) -> {
          if (result.isExceptional()) {
            refuseOrThrow(dispatched, result.exceptionResult());
          }
        });
  }

  /** The late outcome of an attempt that is over changes nothing: that is what fencing is for. */
  private static void refuseOrThrow(CommandMessage<?> command, Throwable failure) {
    if (failure instanceof CommandRejected rejected) {
      log.debug("{} was refused: {}", command.getCommandName(), rejected.reason());
    } else if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    } else {
      throw new IllegalStateException(failure);
    }
  }
}
