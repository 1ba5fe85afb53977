package factory.integration.api.inbound;

/**
 * The source that a vendor's call is for, whichever tenant's it is, as its latest event left it;
 * answered by an optional view.
 */
public record GetInboundEndpoint(InboundSourceId sourceId) {}
