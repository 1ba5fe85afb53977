package factory.integration.api.publication;

import factory.integration.api.messaging.TenantId;

/** The payload of a fact that was published; answered by an optional view. */
public record GetPublishedPayload(TenantId tenant, PayloadRef ref) {}
