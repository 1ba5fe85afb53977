package factory.integration.api.run;

/** What can be asked of a run. */
public sealed interface RunCommand
    permits ExecuteIntegrationRun,
        ApproveIntegrationRun,
        BeginRunAttempt,
        RecordRunOutcome,
        RetryIntegrationRun,
        ResolveIntegrationRun,
        ChangeRunResubmission,
        CancelIntegrationRun {

  RunId runId();
}
