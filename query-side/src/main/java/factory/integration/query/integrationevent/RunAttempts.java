package factory.integration.query.integrationevent;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.failure.FailureReason;
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
import factory.integration.api.run.RunEvent;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunId;
import java.time.Instant;

/**
 * Writes the attempts of runs. A run that is held has its first attempt from then on, so that it is
 * seen while it waits; its start adds nothing.
 */
final class RunAttempts {

  private final IntegrationEventStore store;

  RunAttempts(IntegrationEventStore store) {
    this.store = store;
  }

  void keep(RunEvent event, String tenant, Instant at, long key) {
    RunId run = event.runId();
    switch (event) {
      case IntegrationRunHeld held -> queue(key, tenant, run, 1, held.plan(), at);
      case IntegrationRunStarted started -> queue(key, tenant, run, 1, started.plan(), at);
      case IntegrationRunRetried retried ->
          queue(key, tenant, run, retried.attempt(), retried.plan(), at);
      case IntegrationRunRefused refused ->
          store.add(
              IntegrationEventDocument.discarded(
                  key, tenant, run, refused.plan(), refused.reason(), at));
      case IntegrationRunCompleted completed ->
          store.complete(run, completed.attempts(), AttemptOutcome.of(completed, at, key));
      case IntegrationRunCancelled cancelled ->
          store.cancel(run, Math.max(1, cancelled.attempt()), cancelled.detail(), at);
      case IntegrationRunApproved _,
          IntegrationRunAttemptBegan _,
          IntegrationRunResubmissionChanged _ -> {}
    }
  }

  /** Keeps a run's failure; deliveries tell of theirs by other events. */
  void keep(IntegrationFailed event, Instant at, long key) {
    RunFailure failure = event.run();
    if (failure == null) {
      return;
    }
    store.complete(failure.runId(), failure.attempt(), AttemptOutcome.of(event, failure, at, key));
    FailureReason reason = event.reason();
    if (reason != null && event.endsRetries()) {
      store.deadLetter(failure.runId(), failure.attempt(), reason);
    }
  }

  private void queue(long key, String tenant, RunId run, int attempt, CallPlan plan, Instant at) {
    store.add(IntegrationEventDocument.queued(key, tenant, run, attempt, plan, at));
  }
}
