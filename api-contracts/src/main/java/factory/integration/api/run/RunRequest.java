package factory.integration.api.run;

import factory.integration.api.connection.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * An operation that somebody wants to be run.
 *
 * @param input JSON object
 * @param idempotencyKey the same key of the same connection stands for the same run
 */
public record RunRequest(
    ConnectionId connectionId, String operation, String input, @Nullable String idempotencyKey) {}
