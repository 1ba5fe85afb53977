package factory.integration.api.publication;

/**
 * What consumers see of a fact.
 *
 * @param payload as it stands in the envelope
 */
public record PublishedPayloadView(Object payload) {}
