package factory.integration.api.credential;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the overlap in which a replaced version stayed usable. */
public record RetireCredentialVersion(
    @TargetAggregateIdentifier CredentialId credentialId, int version)
    implements CredentialCommand {}
