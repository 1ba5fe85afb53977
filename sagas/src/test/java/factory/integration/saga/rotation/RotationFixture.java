package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of the rotations of one credential. */
final class RotationFixture {

  static final CredentialId ID = CredentialId.of("01jxd3v9k2");
  static final SecretRef FIRST = new SecretRef("sec-01jxd3v9k2", 1);

  private RotationFixture() {}

  static SecretRef candidate(int version, int attempt) {
    return new SecretRef("sec-01jxd3v9k2-" + version + "-" + attempt, 1);
  }

  static CredentialRotationStarted started(int version, int attempt) {
    return new CredentialRotationStarted(
        ID, version, attempt, candidate(version, attempt), false, RotationTrigger.REQUESTED);
  }

  static CredentialRotationResumed resumed(int version, int attempt) {
    return new CredentialRotationResumed(ID, version, attempt, candidate(version, attempt), false);
  }

  static CredentialRotationFailed failed(int version, int attempt, @Nullable Instant next) {
    return new CredentialRotationFailed(
        ID, version, attempt, candidate(version, attempt), "refused", next);
  }

  static CredentialRotated rotated(int version, Instant previousValidUntil) {
    return new CredentialRotated(
        ID,
        "ERP",
        CredentialType.BEARER,
        version,
        candidate(version, 1),
        version - 1,
        FIRST,
        previousValidUntil,
        RotationTrigger.REQUESTED,
        1);
  }
}
