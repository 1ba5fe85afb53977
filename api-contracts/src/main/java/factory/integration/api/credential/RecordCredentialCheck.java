package factory.integration.api.credential;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells what came of an attempt; refused unless that attempt is the current one. */
public record RecordCredentialCheck(
    @TargetAggregateIdentifier CredentialId credentialId,
    int version,
    int attempt,
    CheckOutcome outcome)
    implements CredentialCommand {}
