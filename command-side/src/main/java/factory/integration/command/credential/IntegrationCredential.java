package factory.integration.command.credential;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RecordCredentialCheck;
import factory.integration.api.credential.RecordRefreshToken;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.credential.RegisterIntegrationCredential;
import factory.integration.api.credential.ResumeCredentialRotation;
import factory.integration.api.credential.RetireCredentialVersion;
import factory.integration.api.credential.RetryCredentialRotation;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A credential: the version in use, the one before while it overlaps, and the candidate of a
 * rotation. Commands answer the revision after them.
 */
@SuppressWarnings("NullAway.Init")
final class IntegrationCredential {

  @AggregateIdentifier private CredentialId credentialId;
  private CredentialSettings settings;
  private Versions versions;
  private @Nullable Rotation rotation;
  private int latestVersion;

  @CommandHandler
  IntegrationCredential(RegisterIntegrationCredential command) {
    apply(
        new IntegrationCredentialRegistered(
            command.credentialId(), command.settings(), command.secret()));
  }

  @EventSourcingHandler
  void evolve(IntegrationCredentialRegistered event) {
    credentialId = event.credentialId();
    settings = event.settings();
    versions = Versions.first(event.secret());
    latestVersion = 1;
  }

  @CommandHandler
  long decide(RotateCredential command) {
    if (!isSatisfied(command)) {
      CommandRejected.unless(
          versions.isCurrent(command.replaces()), Reason.CREDENTIAL_CHANGED_MEANWHILE);
      CommandRejected.unless(
          rotation == null || rotation.waits(), Reason.CREDENTIAL_ROTATION_RUNNING);
      CommandRejected.unless(
          command.supplied() != null || !(settings.rotation() instanceof RotationMethod.Supplied),
          Reason.CREDENTIAL_VERSION_MISSING);
      if (rotation != null) {
        apply(rotation.failed(credentialId, "another rotation was asked for", null));
      }
      start(latestVersion + 1, 1, command.supplied(), command.trigger());
    }
    return getVersion();
  }

  @CommandHandler
  void decide(RetryCredentialRotation command) {
    if (rotation != null && rotation.awaits(command.version(), command.attempt())) {
      SecretRef supplied = rotation.supplied() ? rotation.candidate() : null;
      start(command.version(), command.attempt(), supplied, rotation.trigger());
    }
  }

  private void start(
      int version, int attempt, @Nullable SecretRef supplied, RotationTrigger trigger) {
    SecretRef candidate =
        supplied == null ? Rotation.candidateOf(credentialId, version, attempt) : supplied;
    apply(
        new CredentialRotationStarted(
            credentialId, version, attempt, candidate, supplied != null, trigger));
  }

  @EventSourcingHandler
  void evolve(CredentialRotationStarted event) {
    rotation = Rotation.of(event);
    latestVersion = event.version();
  }

  @CommandHandler
  void decide(ResumeCredentialRotation command) {
    if (rotation != null && rotation.isChecked(command.version(), command.attempt())) {
      apply(rotation.resumed(credentialId));
    }
  }

  @CommandHandler
  void decide(RecordCredentialCheck command) {
    if (isKnown(command)) {
      return;
    }
    CommandRejected.unless(
        rotation != null && rotation.isChecked(command.version(), command.attempt()),
        Reason.ATTEMPT_NOT_CURRENT);
    switch (command.outcome()) {
      case CheckOutcome.Passed passed -> cutOver(rotation, passed.previousValidUntil());
      case CheckOutcome.Failed failed -> fail(rotation, failed);
    }
  }

  private void cutOver(Rotation passed, Instant previousValidUntil) {
    retirePrevious();
    apply(passed.rotated(credentialId, settings, versions.current(), previousValidUntil));
  }

  @EventSourcingHandler
  void evolve(CredentialRotated event) {
    versions = versions.rotatedTo(event.version(), event.secret());
    rotation = null;
  }

  private void fail(Rotation failed, CheckOutcome.Failed why) {
    apply(failed.failed(credentialId, why.detail(), why.nextAttemptAt()));
    apply(failed.failure(credentialId, why));
  }

  @EventSourcingHandler
  void evolve(CredentialRotationFailed event) {
    rotation = event.nextAttemptAt() == null || rotation == null ? null : rotation.waiting();
  }

  @CommandHandler
  void decide(RecordRefreshToken command) {
    SecretRef replaced = secretOf(command.version());
    if (replaced != null && isLater(command.secret(), replaced)) {
      apply(new RefreshTokenReplaced(credentialId, command.version(), command.secret(), replaced));
    }
  }

  @EventSourcingHandler
  void evolve(RefreshTokenReplaced event) {
    versions = versions.with(event.version(), event.secret());
    rotation = rotation == null ? null : rotation.with(event.version(), event.secret());
  }

  @CommandHandler
  void decide(RetireCredentialVersion command) {
    if (versions.previous() != null && versions.previous().number() == command.version()) {
      retirePrevious();
    }
  }

  private void retirePrevious() {
    Versions.Version replaced = versions.previous();
    if (replaced != null) {
      apply(new CredentialVersionRetired(credentialId, replaced.number(), replaced.secret()));
    }
  }

  @EventSourcingHandler
  void evolve(CredentialVersionRetired event) {
    versions = versions.withoutPrevious();
  }

  /** Whether the command asks for what was done, or is being done, already. */
  private boolean isSatisfied(RotateCredential command) {
    SecretRef supplied = command.supplied();
    return supplied == null
        ? command.trigger() == RotationTrigger.SCHEDULED
            && (command.replaces() < versions.current().number() || rotation != null)
        : supplied.equals(versions.current().secret())
            || rotation != null && supplied.equals(rotation.candidate());
  }

  private boolean isKnown(RecordCredentialCheck command) {
    return switch (command.outcome()) {
      case CheckOutcome.Passed _ -> versions.isCurrent(command.version());
      case CheckOutcome.Failed _ ->
          rotation != null && rotation.awaits(command.version(), command.attempt() + 1);
    };
  }

  private @Nullable SecretRef secretOf(int version) {
    return rotation != null && version == rotation.version()
        ? rotation.candidate()
        : versions.secretOf(version);
  }

  private static boolean isLater(SecretRef secret, SecretRef replaced) {
    return secret.id().equals(replaced.id()) && secret.version() > replaced.version();
  }

  IntegrationCredential() {}
}
