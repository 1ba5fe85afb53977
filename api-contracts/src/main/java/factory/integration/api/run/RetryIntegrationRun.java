package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the next attempt of a run now. An automatic one is ignored unless that attempt is the next
 * and still wanted; a manual one is refused while an attempt is under way.
 *
 * @param attempt the one to make, from 1; 0: whichever is next
 * @param force also when the run has succeeded
 */
public record RetryIntegrationRun(
    @TargetAggregateIdentifier RunId runId, int attempt, RetryTrigger trigger, boolean force)
    implements RunCommand {

  /** The attempt that a deadline stands for. */
  public static RetryIntegrationRun automatic(RunId runId, int attempt) {
    return new RetryIntegrationRun(runId, attempt, RetryTrigger.AUTOMATIC, false);
  }

  /** Whichever attempt is next, because somebody asked for it. */
  public static RetryIntegrationRun manual(RunId runId, boolean force) {
    return new RetryIntegrationRun(runId, 0, RetryTrigger.MANUAL, force);
  }
}
