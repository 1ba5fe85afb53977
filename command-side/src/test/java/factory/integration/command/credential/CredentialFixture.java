package factory.integration.command.credential;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RecordCredentialCheck;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands and events of one credential. */
final class CredentialFixture {

  static final CredentialId ID = CredentialId.of("01jxd3v9k2000000000000000a");
  static final SecretRef FIRST = new SecretRef("sec-01jxd3v9k2000000000000000a", 1);
  static final SecretRef SUPPLIED = new SecretRef("sec-supplied", 1);
  static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  static final Instant LATER = NOON.plusSeconds(60);

  private CredentialFixture() {}

  static CredentialSettings settings(RotationMethod method) {
    return new CredentialSettings("ERP", new CredentialScheme.Bearer(), method, null, null, 3_600);
  }

  static IntegrationCredentialRegistered registered() {
    return registered(new RotationMethod.Generated());
  }

  static IntegrationCredentialRegistered registered(RotationMethod method) {
    return new IntegrationCredentialRegistered(ID, settings(method), FIRST);
  }

  static SecretRef candidate(int version, int attempt) {
    return new SecretRef("sec-01jxd3v9k2000000000000000a-" + version + "-" + attempt, 1);
  }

  static RotateCredential rotate(int replaces) {
    return new RotateCredential(ID, replaces, RotationTrigger.REQUESTED, null);
  }

  static RotateCredential supply(int replaces) {
    return new RotateCredential(ID, replaces, RotationTrigger.REQUESTED, SUPPLIED);
  }

  static CredentialRotationStarted started(int version, int attempt) {
    return new CredentialRotationStarted(
        ID, version, attempt, candidate(version, attempt), false, RotationTrigger.REQUESTED);
  }

  static CredentialRotationStarted startedWithSupplied(int version, int attempt) {
    return new CredentialRotationStarted(
        ID, version, attempt, SUPPLIED, true, RotationTrigger.REQUESTED);
  }

  static CredentialRotated rotated(int version, SecretRef secret, SecretRef previous) {
    return new CredentialRotated(
        ID,
        "ERP",
        CredentialType.BEARER,
        version,
        secret,
        version - 1,
        previous,
        LATER,
        RotationTrigger.REQUESTED,
        1);
  }

  static CredentialRotationFailed failed(
      int version, int attempt, @Nullable SecretRef forgotten, @Nullable Instant next) {
    return new CredentialRotationFailed(ID, version, attempt, forgotten, "refused", next);
  }

  static RecordCredentialCheck passed(int version, int attempt) {
    return new RecordCredentialCheck(ID, version, attempt, new CheckOutcome.Passed(LATER));
  }

  static RecordCredentialCheck refused(int version, int attempt, @Nullable Instant next) {
    CheckOutcome outcome =
        new CheckOutcome.Failed(
            FailureReason.CREDENTIAL_REFUSED, FailureCategory.AUTHENTICATION, "refused", next);
    return new RecordCredentialCheck(ID, version, attempt, outcome);
  }
}
