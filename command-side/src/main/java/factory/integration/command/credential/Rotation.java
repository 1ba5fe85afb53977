package factory.integration.command.credential;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.failure.IntegrationFailed.FailedRotation;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotation on its way.
 *
 * @param waits whether its latest attempt failed and another one is going to be asked for
 */
record Rotation(
    int version,
    int attempt,
    SecretRef candidate,
    boolean supplied,
    RotationTrigger trigger,
    boolean waits) {

  static Rotation of(CredentialRotationStarted event) {
    return new Rotation(
        event.version(),
        event.attempt(),
        event.candidate(),
        event.supplied(),
        event.trigger(),
        false);
  }

  /** Where the secret of an attempt is kept that nobody supplied: never used for another one. */
  static SecretRef candidateOf(CredentialId id, int version, int attempt) {
    return new SecretRef("sec-" + id.uniquePart() + "-" + version + "-" + attempt, 1);
  }

  boolean isChecked(int checkedVersion, int checkedAttempt) {
    return !waits && version == checkedVersion && attempt == checkedAttempt;
  }

  boolean awaits(int awaitedVersion, int awaitedAttempt) {
    return waits && version == awaitedVersion && attempt + 1 == awaitedAttempt;
  }

  Rotation waiting() {
    return new Rotation(version, attempt, candidate, supplied, trigger, true);
  }

  /** The same with a renewed candidate, if it is that of this rotation. */
  Rotation with(int renewedVersion, SecretRef renewed) {
    return renewedVersion == version
        ? new Rotation(version, attempt, renewed, supplied, trigger, waits)
        : this;
  }

  CredentialRotationResumed resumed(CredentialId id) {
    return new CredentialRotationResumed(id, version, attempt, candidate, supplied);
  }

  CredentialRotated rotated(
      CredentialId id, CredentialSettings settings, Versions.Version replaced, Instant validUntil) {
    return new CredentialRotated(
        id,
        settings.name(),
        settings.scheme().type(),
        version,
        candidate,
        replaced.number(),
        replaced.secret(),
        validUntil,
        trigger,
        attempt);
  }

  /** A supplied secret is kept for the next attempt, which could not make another one. */
  CredentialRotationFailed failed(CredentialId id, String detail, @Nullable Instant nextAttemptAt) {
    boolean isKept = supplied ? nextAttemptAt != null : waits;
    return new CredentialRotationFailed(
        id, version, attempt, isKept ? null : candidate, detail, nextAttemptAt);
  }

  IntegrationFailed failure(CredentialId id, CheckOutcome.Failed why) {
    String attempts = Integer.toString(attempt);
    String unique =
        UniqueIds.derivedBeside(id.uniquePart(), id.value(), Integer.toString(version), attempts);
    return IntegrationFailed.ofRotation(
        FailureId.of(unique),
        attempt,
        why.category(),
        why.reason(),
        why.detail(),
        new FailedRotation(id, version, why.nextAttemptAt()));
  }
}
