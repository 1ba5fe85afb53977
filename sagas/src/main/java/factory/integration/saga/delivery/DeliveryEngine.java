package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.IntegrationRunCancelled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes the calls: each on a virtual thread, its outcome recorded afterwards. */
final class DeliveryEngine {

  private static final Logger log = LoggerFactory.getLogger(DeliveryEngine.class);

  private final List<AttemptMaker> makers;
  private final OutcomeRecorder recorder;
  private final DeliveryMetrics metrics;
  private final RunningCalls running;
  private final BooleanSupplier mayCall;
  private final DeliveryQueue queue;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());

  /**
   * @param mayCall whether no other node can have taken over the due work
   */
  DeliveryEngine(
      DeliveryLimits limits,
      List<AttemptMaker> makers,
      OutcomeRecorder recorder,
      DeliveryMetrics metrics,
      RunningCalls running,
      BooleanSupplier mayCall) {
    this.makers = makers;
    this.recorder = recorder;
    this.metrics = metrics;
    this.running = running;
    this.mayCall = mayCall;
    this.queue = new DeliveryQueue(limits, started -> threads.execute(() -> attempt(started)));
  }

  DeliveryQueue queue() {
    return queue;
  }

  /** Withdraws what was cancelled, before the cancellation is answered. */
  void withdrawCancelled(List<? extends EventMessage<?>> appended) {
    for (EventMessage<?> message : appended) {
      switch (message.getPayload()) {
        case WebhookDeliveryCancelled cancelled -> queue.withdraw(cancelled.deliveryId());
        case IntegrationRunCancelled cancelled -> queue.withdraw(cancelled.runId());
        default -> {}
      }
    }
  }

  /** Starts no more calls, and waits for those under way; answers whether all have ended. */
  boolean drain(Duration grace) throws InterruptedException {
    queue.close();
    return queue.awaitQuiet(grace.toNanos());
  }

  /** Whatever goes wrong in here, the call's place is given back, or it would be lost for ever. */
  private void attempt(StartedCall started) {
    if (!mayCall.getAsBoolean()) {
      queue.callPutOff(started);
      return;
    }
    Consumer<StartedCall> end = queue::callFailedInside;
    MDC.put("tenant", started.due().tenant().value());
    MDC.put("trace", started.due().context().getOrDefault(ContextKeys.TRACE_ID, ""));
    try {
      running.began(started.due());
      end = makeAndRecord(started.due());
    } catch (RuntimeException | Error e) {
      log.error("{} could not be made", describe(started.due()), e);
    } finally {
      running.ended(started.due());
      end.accept(started);
      MDC.clear();
    }
  }

  /** Answers how the call's place is given back. */
  private Consumer<StartedCall> makeAndRecord(DueDelivery due) {
    CallReport report = maker(due).make(due);
    if (report instanceof CallReport.PutOff) {
      return queue::callPutOff;
    }
    metrics.count(report);
    log(due, report);
    recorder.record(due, report);
    return queue::callEnded;
  }

  private AttemptMaker maker(DueDelivery due) {
    return makers.stream()
        .filter(maker -> maker.makes(due.workId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody makes attempts of " + due.workId()));
  }

  private static String describe(DueDelivery due) {
    return due.workId() + " attempt " + due.attempt();
  }

  private static void log(DueDelivery due, CallReport report) {
    if (CallSummary.isSuccess(report)) {
      log.debug("{} attempt {} succeeded", due.workId(), due.attempt());
    } else {
      log.info("{} attempt {}: {}", due.workId(), due.attempt(), CallSummary.of(report));
    }
  }
}
