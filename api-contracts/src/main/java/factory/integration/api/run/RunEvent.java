package factory.integration.api.run;

/**
 * What happened to a run; a failed attempt is an {@link
 * factory.integration.api.failure.IntegrationFailed}.
 */
public sealed interface RunEvent
    permits IntegrationRunHeld,
        IntegrationRunApproved,
        IntegrationRunRefused,
        IntegrationRunStarted,
        IntegrationRunAttemptBegan,
        IntegrationRunRetried,
        IntegrationRunCompleted,
        IntegrationRunResubmissionChanged,
        IntegrationRunCancelled {

  RunId runId();
}
