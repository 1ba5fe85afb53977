package factory.integration.api.credential;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Goes on with an attempt of which nothing was heard in time: its node may have stopped. */
public record ResumeCredentialRotation(
    @TargetAggregateIdentifier CredentialId credentialId, int version, int attempt)
    implements CredentialCommand {}
