package factory.integration.api.failure;

import factory.integration.api.messaging.TenantId;

/** One dead letter; answered by an optional view. */
public record GetDeadLetter(TenantId tenant, FailureId failureId) {}
