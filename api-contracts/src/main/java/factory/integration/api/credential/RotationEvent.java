package factory.integration.api.credential;

/** What happened to a credential on the way to its next version. */
public sealed interface RotationEvent extends CredentialEvent
    permits CredentialRotationStarted,
        CredentialRotationResumed,
        CredentialRotated,
        CredentialRotationFailed {

  /** The version that the rotation makes. */
  int version();

  /** Names the rotation among all of all credentials. */
  default String rotation() {
    return credentialId() + ":" + version();
  }
}
