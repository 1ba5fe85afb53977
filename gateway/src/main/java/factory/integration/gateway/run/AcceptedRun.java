package factory.integration.gateway.run;

import factory.integration.api.run.RunId;
import factory.integration.api.run.RunStatus;

/**
 * A run was taken in.
 *
 * @param duplicate whether it was known already under its idempotency key; nothing is made anew
 */
record AcceptedRun(RunId runId, boolean duplicate, RunStatus status) {}
