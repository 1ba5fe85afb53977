package factory.integration.saga.rotation;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.RecordCredentialCheck;
import factory.integration.api.messaging.CommandRejected;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes attempts in threads of their own, a few at a time. One that is lost, since the platform
 * stopped, is asked for again by the saga.
 */
final class RotationWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RotationWorker.class);
  private static final int AT_A_TIME = 16;

  private final RotationCheck check;
  private final CommandGateway commands;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("rotation-", 0).factory());

  RotationWorker(RotationCheck check, CommandGateway commands) {
    this.check = check;
    this.commands = commands;
  }

  /** Returns at once; an attempt that is being made already is not made twice. */
  void start(RotationAttempt attempt) {
    if (running.add(attempt.name())) {
      try {
        threads.execute(() -> make(attempt));
      } catch (RejectedExecutionException stopping) {
        running.remove(attempt.name());
      }
    }
  }

  private void make(RotationAttempt attempt) {
    try {
      places.acquire();
      try {
        record(attempt, check.check(attempt));
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("attempt {} broke off and is made again later", attempt.name(), e);
    } finally {
      running.remove(attempt.name());
    }
  }

  private void record(RotationAttempt attempt, CheckOutcome outcome) {
    RecordCredentialCheck command =
        new RecordCredentialCheck(
            attempt.credentialId(), attempt.version(), attempt.attempt(), outcome);
    try {
      commands.sendAndWait(
          GenericCommandMessage.asCommandMessage(command).withMetaData(attempt.context()));
    } catch (CommandRejected late) {
      log.debug("the outcome of {} came late: {}", attempt.name(), late.reason());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
