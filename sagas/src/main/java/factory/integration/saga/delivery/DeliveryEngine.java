package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.messaging.ContextKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes the calls: each on a virtual thread, its outcome recorded afterwards. */
final class DeliveryEngine {

  private static final Logger log = LoggerFactory.getLogger(DeliveryEngine.class);

  private final DeliveryCall call;
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
      DeliveryCall call,
      OutcomeRecorder recorder,
      DeliveryMetrics metrics,
      RunningCalls running,
      BooleanSupplier mayCall) {
    this.call = call;
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
      if (message.getPayload() instanceof WebhookDeliveryCancelled cancelled) {
        queue.withdraw(cancelled.deliveryId());
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
    boolean recorded = false;
    MDC.put("tenant", started.due().tenant().value());
    MDC.put("trace", started.due().context().getOrDefault(ContextKeys.TRACE_ID, ""));
    try {
      running.began(started.due());
      recorded = makeAndRecord(started.due());
    } catch (RuntimeException | Error e) {
      log.error("{} could not be made", describe(started.due()), e);
    } finally {
      running.ended(started.due());
      if (recorded) {
        queue.callEnded(started);
      } else {
        queue.callFailedInside(started);
      }
      MDC.clear();
    }
  }

  private boolean makeAndRecord(DueDelivery due) {
    CallReport report = call.make(due);
    metrics.count(report);
    log(due, report);
    recorder.record(due, report);
    return true;
  }

  private static String describe(DueDelivery due) {
    return due.deliveryId() + " attempt " + due.attempt();
  }

  private static void log(DueDelivery due, CallReport report) {
    if (report instanceof CallReport.Made(CallOutcome.Succeeded _, var exchange)) {
      log.debug(
          "{} attempt {} succeeded in {} ms",
          due.deliveryId(),
          due.attempt(),
          exchange.durationMillis());
    } else {
      log.info("{} attempt {}: {}", due.deliveryId(), due.attempt(), summary(report));
    }
  }

  private static String summary(CallReport report) {
    return switch (report) {
      case CallReport.Made made ->
          switch (made.outcome()) {
            case CallOutcome.Succeeded _ -> "succeeded";
            case CallOutcome.Retryable failure -> failure.detail();
            case CallOutcome.Fatal failure -> failure.detail() + "; not tried again";
          };
      case CallReport.NotMade notMade -> notMade.reason().detail();
    };
  }
}
