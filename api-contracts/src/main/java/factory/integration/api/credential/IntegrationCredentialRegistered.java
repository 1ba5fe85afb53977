package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;

/** A credential was registered; its first version is in use. */
public record IntegrationCredentialRegistered(
    CredentialId credentialId, CredentialSettings settings, SecretRef secret)
    implements CredentialEvent {}
