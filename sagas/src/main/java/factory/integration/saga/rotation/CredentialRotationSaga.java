package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialCommand;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.ResumeCredentialRotation;
import factory.integration.api.credential.RetireCredentialVersion;
import factory.integration.api.credential.RetryCredentialRotation;
import factory.integration.saga.ProcessingGroups;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what comes next of a rotation: for news of an attempt, for the next attempt after a
 * failed one, for the end of the overlap. It asks for that in time and ends; the answer, an event,
 * begins it anew.
 */
@ProcessingGroup(ProcessingGroups.CREDENTIAL_ROTATION)
final class CredentialRotationSaga {

  static final String STEP_DUE = "credential-rotation-step-due";

  private @Nullable String deadline;

  @StartSaga
  @SagaEventHandler(associationProperty = "rotation")
  void on(
      CredentialRotationStarted event,
      @Timestamp Instant at,
      RotationSchedule schedule,
      DeadlineManager deadlines) {
    Instant silentUntil = at.plus(schedule.resumeAfter());
    await(
        new ResumeCredentialRotation(event.credentialId(), event.version(), event.attempt()),
        silentUntil,
        deadlines);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "rotation")
  void on(
      CredentialRotationResumed event,
      @Timestamp Instant at,
      RotationSchedule schedule,
      DeadlineManager deadlines) {
    Instant silentUntil = at.plus(schedule.resumeAfter());
    await(
        new ResumeCredentialRotation(event.credentialId(), event.version(), event.attempt()),
        silentUntil,
        deadlines);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "rotation")
  void on(CredentialRotationFailed event, DeadlineManager deadlines) {
    if (event.nextAttemptAt() == null) {
      cancelDeadline(deadlines);
      SagaLifecycle.end();
      return;
    }
    int next = event.attempt() + 1;
    await(
        new RetryCredentialRotation(event.credentialId(), event.version(), next),
        event.nextAttemptAt(),
        deadlines);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "rotation")
  void on(CredentialRotated event, DeadlineManager deadlines) {
    await(
        new RetireCredentialVersion(event.credentialId(), event.previousVersion()),
        event.previousValidUntil(),
        deadlines);
  }

  @EndSaga
  @DeadlineHandler(deadlineName = STEP_DUE)
  void onStepDue(CredentialCommand step, CommandGateway commands) {
    commands.sendAndWait(step);
  }

  private void await(CredentialCommand step, Instant due, DeadlineManager deadlines) {
    cancelDeadline(deadlines);
    deadline = deadlines.schedule(due, STEP_DUE, step);
  }

  private void cancelDeadline(DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(STEP_DUE, deadline);
    }
  }
}
