package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.delivery.CallReport;
import factory.integration.saga.delivery.DueDelivery;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one attempt of a run: its input, its request, and the call. */
final class RunAttempt {

  private final RunInputs inputs;
  private final TriggeredInputs triggered;
  private final RunRules rules;
  private final ProviderCall calls;
  private final AttemptBeginning beginning;
  private final InstantSource clock;

  RunAttempt(
      RunInputs inputs,
      TriggeredInputs triggered,
      RunRules rules,
      ProviderCall calls,
      AttemptBeginning beginning,
      InstantSource clock) {
    this.inputs = inputs;
    this.triggered = triggered;
    this.rules = rules;
    this.calls = calls;
    this.beginning = beginning;
    this.clock = clock;
  }

  CallReport make(DueDelivery due, RunPlan plan, RunTarget target, ApiOperation operation) {
    try {
      TriggeredInputs.Input input = input(due, plan, target);
      return input.failure() != null || input.input() == null
          ? report(input.failure(), input.fetched())
          : call(due, target, operation, input.input(), input.fetched());
    } catch (MappingFailed e) {
      return report(
          new RunOutcome.Fatal(FailureCategory.MAPPING, String.valueOf(e.getMessage())), null);
    } catch (CredentialUnavailable e) {
      return report(unauthenticated(e), null);
    }
  }

  private TriggeredInputs.Input input(DueDelivery due, RunPlan plan, RunTarget target) {
    RunOrigin origin = plan.origin();
    return origin == null
        ? new TriggeredInputs.Input(inputs.find((RunId) due.workId()).orElseThrow(), null, null)
        : triggered.make(target, origin, due.workId().value(), traceparent(due));
  }

  private CallReport call(
      DueDelivery due,
      RunTarget target,
      ApiOperation operation,
      String input,
      @Nullable HttpExchange fetched) {
    List<String> faults = rules.faults(target.connection(), operation, input);
    if (!faults.isEmpty()) {
      String detail = "the input does not fit: " + String.join("; ", faults);
      return report(new RunOutcome.Fatal(FailureCategory.MAPPING, detail), fetched);
    }
    String key = due.workId().value();
    ProviderCall.Wish wish =
        new ProviderCall.Wish(target, operation, input, key, traceparent(due), fetched);
    ProviderRequest request = calls.compose(wish);
    return switch (beginning.begin(due, operation)) {
      case BEGUN -> {
        ProviderCall.Made made = calls.make(wish, request);
        yield report(made.outcome(), made.exchange());
      }
      case MAYBE_MADE -> report(AttemptBeginning.unknown(), null);
      case OVER -> new CallReport.PutOff();
    };
  }

  private CallReport report(@Nullable RunOutcome outcome, @Nullable HttpExchange exchange) {
    if (outcome == null) {
      throw new IllegalStateException("an attempt without input has a failure");
    }
    return new CallReport.RunAttempted(
        outcome, exchange, exchange == null ? clock.instant() : exchange.completedAt());
  }

  private static RunOutcome unauthenticated(CredentialUnavailable e) {
    return e.isRetriable()
        ? new RunOutcome.Retryable(FailureCategory.AUTHENTICATION, e.sentence(), null)
        : new RunOutcome.Fatal(FailureCategory.AUTHENTICATION, e.sentence());
  }

  private static String traceparent(DueDelivery due) {
    String trace = due.context().getOrDefault(ContextKeys.TRACE_ID, "");
    String attempt = IntegrationEventId.of(due.workId(), due.attempt()).value();
    String span = TraceParent.spanOfCall(attempt);
    return TraceParent.within(trace, span)
        .orElseGet(
            () -> new TraceParent("%032x".formatted(1 + (trace.hashCode() & 0xffff_ffffL)), span))
        .toString();
  }
}
