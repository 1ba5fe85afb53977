package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.saga.ProcessingGroups;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/** Has a credential rotated when its schedule says so, as long as the credential lives. */
@SuppressWarnings("NullAway.Init")
@ProcessingGroup(ProcessingGroups.CREDENTIAL_SCHEDULE)
final class CredentialScheduleSaga {

  static final String ROTATION_DUE = "credential-rotation-due";

  private CredentialSettings settings;
  private int version = 1;
  private @Nullable String deadline;

  @StartSaga
  @SagaEventHandler(associationProperty = "credentialId")
  void on(IntegrationCredentialRegistered event, @Timestamp Instant at, DeadlineManager deadlines) {
    settings = event.settings();
    if (settings.rotateEverySeconds() == null) {
      SagaLifecycle.end();
    } else {
      schedule(event.credentialId(), at, deadlines);
    }
  }

  @SagaEventHandler(associationProperty = "credentialId")
  void on(CredentialRotated event, @Timestamp Instant at, DeadlineManager deadlines) {
    version = event.version();
    schedule(event.credentialId(), at, deadlines);
  }

  /** A rotation that was given up comes again when the next one would have been due. */
  @SagaEventHandler(associationProperty = "credentialId")
  void on(CredentialRotationFailed event, @Timestamp Instant at, DeadlineManager deadlines) {
    if (event.nextAttemptAt() == null) {
      schedule(event.credentialId(), at, deadlines);
    }
  }

  @DeadlineHandler(deadlineName = ROTATION_DUE)
  void onRotationDue(RotateCredential rotate, CommandGateway commands) {
    commands.sendAndWait(rotate);
  }

  private void schedule(CredentialId id, Instant since, DeadlineManager deadlines) {
    if (deadline != null) {
      deadlines.cancelSchedule(ROTATION_DUE, deadline);
    }
    RotateCredential rotate = new RotateCredential(id, version, RotationTrigger.SCHEDULED, null);
    deadline =
        settings
            .nextRotation(since)
            .map(due -> deadlines.schedule(due, ROTATION_DUE, rotate))
            .orElse(null);
  }
}
