package factory.integration.api.inbound;

import factory.integration.api.messaging.TenantId;

/** One inbound source that was not removed; answered by an optional view. */
public record GetInboundSource(TenantId tenant, InboundSourceId sourceId) {}
