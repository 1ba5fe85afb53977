package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    TriggeredInputs.Input input = input(due, plan, target);
    if (input.failure() != null) {
      return withoutCall(due, input.failure(), input.fetched());
    }
    ProviderCall.Wish wish =
        new ProviderCall.Wish(
            target,
            operation,
            Objects.requireNonNull(input.input()),
            due.workId().value(),
            traceparent(due),
            input.fetched());
    try {
      ProviderRequest request = request(wish);
      keepPace(plan, wish);
      return call(due, wish, request);
    } catch (MappingFailed e) {
      return withoutCall(due, RunVerdict.of(e), input.fetched());
    } catch (CredentialUnavailable e) {
      return withoutCall(due, RunVerdict.of(e), input.fetched());
    }
  }

  private TriggeredInputs.Input input(DueDelivery due, RunPlan plan, RunTarget target) {
    RunOrigin origin = plan.origin();
    return origin == null
        ? new TriggeredInputs.Input(inputs.find((RunId) due.workId()).orElseThrow(), null, null)
        : triggered.make(target, origin, due.workId().value(), traceparent(due));
  }

  private ProviderRequest request(ProviderCall.Wish wish) {
    List<String> faults = rules.faults(wish.target().connection(), wish.operation(), wish.input());
    if (!faults.isEmpty()) {
      throw new MappingFailed(
          MappingFailed.Kind.INVALID, "the input does not fit: " + String.join("; ", faults));
    }
    return calls.compose(wish);
  }

  /** A second call of an attempt keeps its distance from the first. */
  private static void keepPace(RunPlan plan, ProviderCall.Wish wish) {
    HttpExchange fetched = wish.preparedBy();
    if (fetched != null) {
      long since = TimeUnit.MILLISECONDS.toNanos(fetched.durationMillis());
      LockSupport.parkNanos(RunPace.untilNext(wish.target().limits(plan.connectionId()), since));
    }
  }

  private CallReport call(DueDelivery due, ProviderCall.Wish wish, ProviderRequest request) {
    return switch (beginning.begin(due, wish.operation())) {
      case BEGUN -> {
        ProviderCall.Made made = calls.make(wish, request);
        yield report(made.outcome(), made.exchange());
      }
      case MAYBE_MADE -> beginning.maybeMade();
      case OVER -> new CallReport.PutOff();
    };
  }

  private CallReport withoutCall(
      DueDelivery due, RunOutcome outcome, @Nullable HttpExchange fetched) {
    return beginning.withoutCall(due, report(outcome, fetched));
  }

  private CallReport report(RunOutcome outcome, @Nullable HttpExchange exchange) {
    return new CallReport.RunAttempted(
        outcome, exchange, exchange == null ? clock.instant() : exchange.completedAt());
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
