package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that the call of an attempt is about to be made; refused when it may have been made
 * already. Only for operations that must not be repeated blindly.
 *
 * @param attempt counts from 1
 */
public record BeginRunAttempt(@TargetAggregateIdentifier RunId runId, int attempt)
    implements RunCommand {}
