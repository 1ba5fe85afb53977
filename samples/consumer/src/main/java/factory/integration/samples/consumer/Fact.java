package factory.integration.samples.consumer;

/**
 * A published fact.
 *
 * @param eventId the same when the message comes again
 * @param body the envelope, as JSON
 */
record Fact(String eventId, String eventType, String tenantId, String body) {}
