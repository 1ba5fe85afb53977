package factory.integration.api.credential;

/** What happened to a credential. */
public sealed interface CredentialEvent
    permits IntegrationCredentialRegistered,
        RotationEvent,
        RefreshTokenReplaced,
        CredentialVersionRetired {

  CredentialId credentialId();
}
