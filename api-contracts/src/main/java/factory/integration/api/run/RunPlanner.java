package factory.integration.api.run;

import factory.integration.api.messaging.TenantId;

/** Makes of a wish what is to be run, by the rules of its connection. */
public interface RunPlanner {

  /**
   * The command that asks for the run.
   *
   * @throws factory.integration.api.messaging.CommandRejected when there is no such connection, or
   *     it is not established
   */
  ExecuteIntegrationRun plan(TenantId tenant, RunRequest request);

  /** The request that the run would send; nothing is sent. */
  DryRun dryRun(TenantId tenant, RunRequest request);
}
