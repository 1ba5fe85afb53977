package factory.integration.query.run;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunEvent;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunStatus;
import factory.integration.api.run.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as its events tell it, from the first to the latest. */
final class RunStory {

  private final Beginning beginning;
  private RunStatus status;
  private int attempts;
  private @Nullable String externalRef;
  private @Nullable String result;
  private @Nullable FailureCategory failureCategory;
  private @Nullable String detail;
  private boolean resubmitEnabled = true;
  private boolean forceStopped;
  private @Nullable Instant nextAttemptAt;
  private @Nullable IntegrationRunApproved approval;
  private Instant updatedAt;

  /** The event that began it is told as well. */
  RunStory(Beginning beginning) {
    this.beginning = beginning;
    this.updatedAt = beginning.at();
    this.status = RunStatus.RUNNING;
  }

  void tell(Object event, Instant at) {
    updatedAt = at;
    switch (event) {
      case RunEvent ofRun -> tell(ofRun);
      case IntegrationFailed failed when failed.run() != null -> fail(failed, failed.run());
      default -> {}
    }
  }

  private void tell(RunEvent event) {
    switch (event) {
      case IntegrationRunHeld held -> hold(held);
      case IntegrationRunApproved approved -> defer(approved);
      case IntegrationRunRefused refused -> end(RunStatus.REFUSED, refused.reason());
      case IntegrationRunStarted _ -> attempt(1);
      case IntegrationRunAttemptBegan _ -> {}
      case IntegrationRunRetried retried -> attempt(retried.attempt());
      case IntegrationRunCompleted completed -> complete(completed);
      case IntegrationRunResubmissionChanged changed -> resubmitEnabled = changed.resubmitEnabled();
      case IntegrationRunCancelled cancelled -> {
        forceStopped = cancelled.reason() == RunCancellation.FORCE_STOPPED;
        end(RunStatus.CANCELLED, cancelled.detail());
      }
    }
  }

  private void hold(IntegrationRunHeld event) {
    boolean approvalNeeded = event.hold() == RunHold.APPROVAL;
    status = approvalNeeded ? RunStatus.WAITING_FOR_APPROVAL : RunStatus.DEFERRED;
    nextAttemptAt = event.until();
  }

  private void defer(IntegrationRunApproved event) {
    approval = event;
    status = RunStatus.DEFERRED;
    nextAttemptAt = event.startAt();
  }

  private void attempt(int number) {
    attempts = number;
    status = RunStatus.RUNNING;
    nextAttemptAt = null;
  }

  private void complete(IntegrationRunCompleted event) {
    end(RunStatus.COMPLETED, event.resolution());
    failureCategory = null;
    externalRef = event.externalRef();
    result = event.result();
  }

  private void fail(IntegrationFailed event, RunFailure failure) {
    boolean again = failure.nextAttemptAt() != null;
    RunStatus ended = failure.unknown() ? RunStatus.UNKNOWN : RunStatus.FAILED;
    end(again ? RunStatus.WAITING_FOR_RETRY : ended, event.detail());
    nextAttemptAt = failure.nextAttemptAt();
    failureCategory = event.category();
  }

  private void end(RunStatus as, @Nullable String because) {
    status = as;
    detail = because;
    nextAttemptAt = null;
  }

  boolean isResubmitEnabled() {
    return resubmitEnabled;
  }

  boolean isForceStopped() {
    return forceStopped;
  }

  RunView view() {
    return new RunView(
        beginning.runId(),
        beginning.plan().connectionId(),
        beginning.plan().providerId(),
        beginning.plan().apiClientId(),
        beginning.plan().operation(),
        beginning.plan().eventId(),
        status,
        attempts,
        beginning.input(),
        externalRef,
        result,
        failureCategory,
        detail,
        resubmitEnabled,
        nextAttemptAt,
        beginning.requestedBy(),
        approval == null ? null : approval.approvedBy(),
        approval == null ? null : approval.reason(),
        beginning.at(),
        updatedAt);
  }
}
