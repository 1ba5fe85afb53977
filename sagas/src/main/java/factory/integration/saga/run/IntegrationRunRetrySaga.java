package factory.integration.saga.run;

import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.ProcessingGroups;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Lives while a run waits: for its next attempt, for the end of quiet hours, or for an approval. A
 * run that succeeds at once never meets a saga.
 */
@ProcessingGroup(ProcessingGroups.RUN_RETRY)
final class IntegrationRunRetrySaga {

  static final String ATTEMPT_DUE = "run-attempt-due";

  private static final String CONNECTION = "connectionId";

  private @Nullable RunId runId;
  private @Nullable String deadline;

  @StartSaga
  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationFailed event, DeadlineManager deadlines) {
    RunFailure run = Objects.requireNonNull(event.run());
    follow(run.runId(), run.plan());
    if (run.nextAttemptAt() == null) {
      cancelDeadline(deadlines);
      SagaLifecycle.end();
    } else {
      schedule(run.nextAttemptAt(), run.attempt() + 1, deadlines);
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationRunHeld event, DeadlineManager deadlines) {
    follow(event.runId(), event.plan());
    if (event.until() != null) {
      schedule(event.until(), 1, deadlines);
    }
  }

  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationRunApproved event, DeadlineManager deadlines) {
    if (event.startAt() != null) {
      schedule(event.startAt(), 1, deadlines);
    }
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationRunStarted event, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
  }

  /** Somebody did not want to wait: the deadline would come to an attempt that is under way. */
  @EndSaga
  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationRunRetried event, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "runId")
  void on(IntegrationRunCancelled event, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = CONNECTION)
  void on(IntegrationConnectionRetired event, DeadlineManager deadlines, CommandGateway commands) {
    cancelDeadline(deadlines);
    try {
      commands.sendAndWait(
          new CancelIntegrationRun(
              Objects.requireNonNull(runId), RunCancellation.CONNECTION_RETIRED));
    } catch (CommandRejected e) {
      SagaLifecycle.end();
    }
  }

  @EndSaga
  @DeadlineHandler(deadlineName = ATTEMPT_DUE)
  void onAttemptDue(RetryIntegrationRun next, CommandGateway commands) {
    commands.sendAndWait(next);
  }

  private void follow(RunId id, RunPlan plan) {
    runId = id;
    SagaLifecycle.associateWith(CONNECTION, plan.connectionId().value());
  }

  /** In place of the deadline before, since an event may come twice. */
  private void schedule(Instant at, int attempt, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
    RetryIntegrationRun next =
        RetryIntegrationRun.automatic(Objects.requireNonNull(runId), attempt);
    deadline = deadlines.schedule(at, ATTEMPT_DUE, next);
  }

  private void cancelDeadline(DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(ATTEMPT_DUE, deadline);
      deadline = null;
    }
  }
}
