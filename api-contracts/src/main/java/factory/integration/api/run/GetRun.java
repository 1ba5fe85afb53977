package factory.integration.api.run;

import factory.integration.api.messaging.TenantId;

/** One run; answered by an optional view. */
public record GetRun(TenantId tenant, RunId runId) {}
