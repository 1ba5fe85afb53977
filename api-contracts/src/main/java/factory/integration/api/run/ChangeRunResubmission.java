package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Allows or forbids automatic retries of a run.
 *
 * @param resubmitEnabled false: no attempt is made any more unless somebody asks for it
 */
public record ChangeRunResubmission(@TargetAggregateIdentifier RunId runId, boolean resubmitEnabled)
    implements RunCommand {}
