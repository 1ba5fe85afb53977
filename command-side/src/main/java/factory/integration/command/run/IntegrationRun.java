package factory.integration.command.run;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ApproveIntegrationRun;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.ChangeRunResubmission;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RecordRunOutcome;
import factory.integration.api.run.ResolveIntegrationRun;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import factory.integration.api.run.RunStatus;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One operation on a provider, over all its attempts. */
@SuppressWarnings("NullAway.Init")
final class IntegrationRun {

  private static final String PLATFORM = "platform";

  @AggregateIdentifier private RunId runId;
  private RunPlan plan;
  private @Nullable String input;
  private String requestedBy;
  private Instant firstRequestedAt;
  private RunStatus status;
  private int attempt;
  private boolean callMayHaveBeenMade;
  private boolean resubmitEnabled = true;
  private @Nullable IntegrationFailed lastFailure;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(
      ExecuteIntegrationRun command, @MetaDataValue(ContextKeys.ACTOR) @Nullable String actor) {
    if (runId != null) {
      CommandRejected.unless(isSame(command), Reason.IDEMPOTENCY_KEY_REUSED);
      return true;
    }
    String by = actor == null ? PLATFORM : actor;
    RunId id = command.runId();
    RunPlan wanted = command.plan();
    apply(
        switch (command.admission()) {
          case Admission.Granted _ -> new IntegrationRunStarted(id, wanted, command.input(), by);
          case Admission.NeedsApproval _ ->
              new IntegrationRunHeld(id, wanted, command.input(), RunHold.APPROVAL, by, null);
          case Admission.Deferred(Instant until) ->
              new IntegrationRunHeld(id, wanted, command.input(), RunHold.QUIET_HOURS, by, until);
          case Admission.Refused(String reason) ->
              new IntegrationRunRefused(id, wanted, command.input(), by, reason);
        });
    return false;
  }

  @EventSourcingHandler
  void evolve(IntegrationRunHeld event, @Timestamp Instant at) {
    begin(event.runId(), event.plan(), event.input(), event.requestedBy(), at);
    status = event.hold() == RunHold.APPROVAL ? RunStatus.WAITING_FOR_APPROVAL : RunStatus.DEFERRED;
  }

  @EventSourcingHandler
  void evolve(IntegrationRunRefused event, @Timestamp Instant at) {
    begin(event.runId(), event.plan(), event.input(), event.requestedBy(), at);
    status = RunStatus.REFUSED;
  }

  @EventSourcingHandler
  void evolve(IntegrationRunStarted event, @Timestamp Instant at) {
    begin(event.runId(), event.plan(), event.input(), event.requestedBy(), at);
    request(1);
  }

  @CommandHandler
  void decide(
      ApproveIntegrationRun command, @MetaDataValue(ContextKeys.ACTOR) @Nullable String actor) {
    CommandRejected.unless(
        status == RunStatus.WAITING_FOR_APPROVAL, Reason.RUN_NOT_WAITING_FOR_APPROVAL);
    String by = actor == null ? PLATFORM : actor;
    CommandRejected.unless(!by.equals(requestedBy), Reason.RUN_APPROVED_BY_REQUESTER);
    apply(new IntegrationRunApproved(runId, by, command.reason(), command.startAt()));
    if (command.startAt() == null) {
      apply(new IntegrationRunStarted(runId, plan, input, requestedBy));
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationRunApproved event) {
    status = RunStatus.DEFERRED;
  }

  @CommandHandler
  void decide(BeginRunAttempt command) {
    CommandRejected.unless(isCurrent(command.attempt()), Reason.ATTEMPT_NOT_CURRENT);
    CommandRejected.unless(!callMayHaveBeenMade, Reason.ATTEMPT_MAY_HAVE_BEEN_MADE);
    apply(new IntegrationRunAttemptBegan(runId, attempt));
  }

  @EventSourcingHandler
  void evolve(IntegrationRunAttemptBegan event) {
    callMayHaveBeenMade = true;
  }

  @CommandHandler
  void decide(RecordRunOutcome command) {
    CommandRejected.unless(isCurrent(command.attempt()), Reason.ATTEMPT_NOT_CURRENT);
    HttpExchange exchange = command.exchange();
    switch (command.outcome()) {
      case RunOutcome.Succeeded(String externalRef, String result) ->
          apply(
              new IntegrationRunCompleted(
                  runId, plan, attempt, externalRef, result, exchange, null));
      case RunOutcome.Retryable failure -> tryAgainOrGiveUp(command, failure);
      case RunOutcome.Fatal(FailureCategory category, String detail) ->
          fail(category, FailureReason.FATAL_RESPONSE, detail, null, exchange);
      case RunOutcome.Unknown(String detail) ->
          apply(
              IntegrationFailed.ofRun(
                  new RunFailure(runId, plan, attempt, true, null, exchange),
                  FailureCategory.UNKNOWN_OUTCOME,
                  FailureReason.OUTCOME_UNKNOWN,
                  detail));
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationRunCompleted event) {
    status = RunStatus.COMPLETED;
  }

  @EventSourcingHandler
  void evolve(IntegrationFailed event) {
    RunFailure failure = Objects.requireNonNull(event.run());
    lastFailure = event;
    if (failure.unknown()) {
      status = RunStatus.UNKNOWN;
    } else {
      status = failure.nextAttemptAt() == null ? RunStatus.FAILED : RunStatus.WAITING_FOR_RETRY;
    }
  }

  @CommandHandler
  void decide(RetryIntegrationRun command) {
    switch (command.trigger()) {
      case AUTOMATIC -> retryInTime(command.attempt());
      case MANUAL -> retryByHand(command.force());
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationRunRetried event) {
    request(event.attempt());
  }

  @CommandHandler
  void decide(ResolveIntegrationRun command) {
    CommandRejected.unless(status == RunStatus.UNKNOWN, Reason.RUN_NOT_UNKNOWN);
    if (command.succeeded()) {
      apply(
          new IntegrationRunCompleted(
              runId, plan, attempt, command.externalRef(), null, null, command.reason()));
    } else {
      fail(
          FailureCategory.UNKNOWN_OUTCOME,
          FailureReason.FATAL_RESPONSE,
          command.reason(),
          null,
          null);
    }
  }

  @CommandHandler
  void decide(ChangeRunResubmission command) {
    if (command.resubmitEnabled() == resubmitEnabled) {
      return;
    }
    apply(new IntegrationRunResubmissionChanged(runId, command.resubmitEnabled()));
    if (lastFailure != null && !command.resubmitEnabled() && isWaitingForRetry()) {
      fail(
          lastFailure.category(),
          FailureReason.RETRIES_FORBIDDEN,
          lastFailure.detail() + "; automatic retries were forbidden",
          null,
          null);
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationRunResubmissionChanged event) {
    resubmitEnabled = event.resubmitEnabled();
  }

  @CommandHandler
  void decide(CancelIntegrationRun command) {
    switch (status) {
      case CANCELLED -> {}
      case COMPLETED, FAILED, REFUSED -> throw new CommandRejected(Reason.RUN_ENDED);
      case WAITING_FOR_APPROVAL, DEFERRED, RUNNING, WAITING_FOR_RETRY, UNKNOWN -> {
        CommandRejected.unless(
            command.reason() != RunCancellation.REJECTED
                || status == RunStatus.WAITING_FOR_APPROVAL,
            Reason.RUN_NOT_WAITING_FOR_APPROVAL);
        apply(new IntegrationRunCancelled(runId, attempt, command.reason(), command.explanation()));
      }
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationRunCancelled event) {
    status = RunStatus.CANCELLED;
  }

  private void retryInTime(int next) {
    if (status == RunStatus.DEFERRED && next == 1) {
      apply(new IntegrationRunStarted(runId, plan, input, requestedBy));
    } else if (isWaitingForRetry() && next == attempt + 1) {
      apply(new IntegrationRunRetried(runId, plan, next, RetryTrigger.AUTOMATIC));
    }
  }

  private void retryByHand(boolean force) {
    switch (status) {
      case WAITING_FOR_APPROVAL, DEFERRED -> throw new CommandRejected(Reason.RUN_NOT_STARTED);
      case RUNNING -> throw new CommandRejected(Reason.RUN_UNDER_WAY);
      case CANCELLED, REFUSED -> throw new CommandRejected(Reason.RUN_ENDED);
      case COMPLETED -> CommandRejected.unless(force, Reason.RUN_COMPLETED);
      case WAITING_FOR_RETRY, FAILED, UNKNOWN -> {}
    }
    apply(new IntegrationRunRetried(runId, plan, attempt + 1, RetryTrigger.MANUAL));
  }

  private void tryAgainOrGiveUp(RecordRunOutcome command, RunOutcome.Retryable failure) {
    Instant next =
        resubmitEnabled
            ? new RetryTiming(plan, runId, firstRequestedAt)
                .after(attempt, command.at(), failure.retryAfterSeconds())
                .orElse(null)
            : null;
    FailureReason reason =
        resubmitEnabled ? FailureReason.RETRIES_EXHAUSTED : FailureReason.RETRIES_FORBIDDEN;
    fail(
        failure.category(),
        next == null ? reason : null,
        failure.detail(),
        next,
        command.exchange());
  }

  private void fail(
      FailureCategory category,
      @Nullable FailureReason reason,
      String detail,
      @Nullable Instant next,
      @Nullable HttpExchange exchange) {
    apply(
        IntegrationFailed.ofRun(
            new RunFailure(runId, plan, attempt, false, next, exchange), category, reason, detail));
  }

  private boolean isCurrent(int number) {
    return status == RunStatus.RUNNING && number == attempt;
  }

  private boolean isWaitingForRetry() {
    return status == RunStatus.WAITING_FOR_RETRY;
  }

  private boolean isSame(ExecuteIntegrationRun command) {
    return command.plan().connectionId().equals(plan.connectionId())
        && command.plan().operation().equals(plan.operation())
        && Objects.equals(command.input(), input);
  }

  private void begin(
      RunId id, RunPlan wanted, @Nullable String with, String by, Instant requestedAt) {
    runId = id;
    plan = wanted;
    input = with;
    requestedBy = by;
    firstRequestedAt = requestedAt;
  }

  private void request(int number) {
    attempt = number;
    status = RunStatus.RUNNING;
    callMayHaveBeenMade = false;
  }

  IntegrationRun() {}
}
