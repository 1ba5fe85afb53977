package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;

/** A replaced version is not usable any more; its secret leaves the vault. */
public record CredentialVersionRetired(CredentialId credentialId, int version, SecretRef secret)
    implements CredentialEvent {}
