package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run: no attempt is made any more. One that has been cancelled stays as it is.
 *
 * @param explanation what the person who ended it said, for whoever reads it later
 */
public record CancelIntegrationRun(
    @TargetAggregateIdentifier RunId runId, RunCancellation reason, @Nullable String explanation)
    implements RunCommand {

  /** Without an explanation. */
  public CancelIntegrationRun(RunId runId, RunCancellation reason) {
    this(runId, reason, null);
  }
}
