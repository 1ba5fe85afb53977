package factory.integration.saga.deadline;

import java.time.Instant;

/**
 * A deadline as it is stored.
 *
 * @param id unique
 * @param name as given to the deadline manager
 * @param scope serialised scope descriptor; equal scopes have equal text
 * @param scopeType class of the scope descriptor
 * @param payload serialised payload, empty when there is none
 * @param payloadType class of the payload, empty when there is none
 * @param metadata serialised metadata
 */
public record ScheduledDeadline(
    String id,
    String name,
    Instant dueAt,
    String scope,
    String scopeType,
    String payload,
    String payloadType,
    String metadata) {}
