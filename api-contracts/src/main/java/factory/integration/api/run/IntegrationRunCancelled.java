package factory.integration.api.run;

/**
 * A run was ended before its time.
 *
 * @param attempt the one that was current; 0: none had been asked for
 */
public record IntegrationRunCancelled(RunId runId, int attempt, RunCancellation reason)
    implements RunEvent {}
