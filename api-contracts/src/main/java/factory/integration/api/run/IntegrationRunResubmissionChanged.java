package factory.integration.api.run;

/** Automatic retries of a run were allowed or forbidden. */
public record IntegrationRunResubmissionChanged(RunId runId, boolean resubmitEnabled)
    implements RunEvent {}
