package factory.integration.api.credential;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes the next attempt of a rotation whose attempt before failed. */
public record RetryCredentialRotation(
    @TargetAggregateIdentifier CredentialId credentialId, int version, int attempt)
    implements CredentialCommand {}
