package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;

/**
 * An attempt to replace the version in use began.
 *
 * @param version the one to make
 * @param attempt counts from 1
 * @param candidate where the vault keeps, or is going to keep, the new secret
 * @param supplied whether it is there already
 */
public record CredentialRotationStarted(
    CredentialId credentialId,
    int version,
    int attempt,
    SecretRef candidate,
    boolean supplied,
    RotationTrigger trigger)
    implements RotationEvent {}
