package factory.integration.api.run;

/**
 * Another attempt of a run is to be made now.
 *
 * @param attempt counts from 1
 */
public record IntegrationRunRetried(RunId runId, RunPlan plan, int attempt, RetryTrigger trigger)
    implements RunEvent {}
