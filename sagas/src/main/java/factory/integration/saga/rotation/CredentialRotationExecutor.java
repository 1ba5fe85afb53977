package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.saga.ProcessingGroups;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Has attempts made once it is stored that they are asked for; never within a batch. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.CREDENTIAL_CHECK)
final class CredentialRotationExecutor {

  private final RotationWorker worker;

  CredentialRotationExecutor(RotationWorker worker) {
    this.worker = worker;
  }

  @EventHandler
  void on(CredentialRotationStarted event, EventMessage<?> message) {
    make(
        new RotationAttempt(
            event.credentialId(),
            event.version(),
            event.attempt(),
            event.candidate(),
            context(message)));
  }

  @EventHandler
  void on(CredentialRotationResumed event, EventMessage<?> message) {
    make(
        new RotationAttempt(
            event.credentialId(),
            event.version(),
            event.attempt(),
            event.candidate(),
            context(message)));
  }

  private void make(RotationAttempt attempt) {
    CurrentUnitOfWork.get().root().afterCommit(_ -> worker.start(attempt));
  }

  private static MetaData context(EventMessage<?> message) {
    return message.getMetaData().and(ContextKeys.CAUSATION_ID, message.getIdentifier());
  }
}
