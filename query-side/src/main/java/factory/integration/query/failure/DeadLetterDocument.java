package factory.integration.query.failure;

import factory.integration.api.failure.DeadLetterView;

/**
 * One dead letter.
 *
 * @param key its {@link factory.integration.query.TimelineKey}
 */
public record DeadLetterDocument(long key, String tenant, DeadLetterView view) {}
