package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a run: no attempt is made any more. One that has been cancelled stays as it is. */
public record CancelIntegrationRun(@TargetAggregateIdentifier RunId runId, RunCancellation reason)
    implements RunCommand {}
