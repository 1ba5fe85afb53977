package factory.integration.api.credential;

/** What can be asked of a credential. */
public sealed interface CredentialCommand
    permits RegisterIntegrationCredential,
        RotateCredential,
        RetryCredentialRotation,
        ResumeCredentialRotation,
        RecordCredentialCheck,
        RecordRefreshToken,
        RetireCredentialVersion {

  CredentialId credentialId();
}
