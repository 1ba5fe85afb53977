package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.run.RunOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts attempts by outcome and times the calls. */
final class DeliveryMetrics {

  private static final String ATTEMPTS = "platform.delivery.attempts";

  private final Counter succeeded;
  private final Counter retryable;
  private final Counter fatal;
  private final Counter notMade;
  private final Timer calls;
  private final MeterRegistry registry;

  DeliveryMetrics(MeterRegistry registry) {
    this.registry = registry;
    succeeded = counter("succeeded");
    retryable = counter("retryable");
    fatal = counter("fatal");
    notMade = counter("notMade");
    calls =
        Timer.builder("platform.delivery.call")
            .description("time of one call to an endpoint")
            .register(registry);
  }

  /** Shows a number that is read when metrics are. */
  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  void count(CallReport report) {
    switch (report) {
      case CallReport.Made made -> {
        calls.record(Duration.ofMillis(made.exchange().durationMillis()));
        counterOf(made.outcome()).increment();
      }
      case CallReport.RunAttempted run -> {
        HttpExchange exchange = run.exchange();
        if (exchange != null) {
          calls.record(Duration.ofMillis(exchange.durationMillis()));
        }
        counterOf(run.outcome()).increment();
      }
      case CallReport.NotMade _, CallReport.RunEnded _ -> notMade.increment();
      case CallReport.PutOff _ -> {}
    }
  }

  private Counter counterOf(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Succeeded _ -> succeeded;
      case CallOutcome.Retryable _ -> retryable;
      case CallOutcome.Fatal _ -> fatal;
    };
  }

  private Counter counterOf(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Succeeded _ -> succeeded;
      case RunOutcome.Retryable _ -> retryable;
      case RunOutcome.Fatal _, RunOutcome.Unknown _ -> fatal;
    };
  }

  private Counter counter(String outcome) {
    return Counter.builder(ATTEMPTS)
        .description("attempts by what came of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
