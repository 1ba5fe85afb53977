package factory.integration.api.inbound;

import factory.integration.api.messaging.TenantId;

/** A source and whose it is. */
public record InboundEndpointView(TenantId tenant, InboundSourceView source) {}
