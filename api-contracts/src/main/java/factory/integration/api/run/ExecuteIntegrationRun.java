package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation. Answers {@code true} when a run of that id was asked for already with the same
 * operation and input; with others it is refused.
 *
 * @param input JSON; absent where it is made of the event that the run goes back to
 */
public record ExecuteIntegrationRun(
    @TargetAggregateIdentifier RunId runId,
    RunPlan plan,
    @Nullable String input,
    Admission admission)
    implements RunCommand {}
