package factory.integration.api.run;

/** From now on the call of an attempt may have been made. */
public record IntegrationRunAttemptBegan(RunId runId, int attempt) implements RunEvent {}
