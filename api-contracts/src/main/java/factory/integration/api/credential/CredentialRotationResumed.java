package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;

/** An attempt of which nothing was heard in time is made again, with the same candidate. */
public record CredentialRotationResumed(
    CredentialId credentialId, int version, int attempt, SecretRef candidate, boolean supplied)
    implements RotationEvent {}
