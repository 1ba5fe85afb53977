package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;

/** The token endpoint gave a new refresh token in the place of the previous one. */
public record RefreshTokenReplaced(
    CredentialId credentialId, int version, SecretRef secret, SecretRef previous)
    implements CredentialEvent {}
