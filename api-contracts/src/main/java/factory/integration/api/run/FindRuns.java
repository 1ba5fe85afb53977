package factory.integration.api.run;

import factory.integration.api.connection.ConnectionId;
import factory.integration.api.messaging.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a connection, the one with the newest attempt first; answered by a page of views, which
 * may hold fewer than the limit though more follow.
 *
 * @param limit 1 to 250
 * @param cursor where the page before ended
 */
public record FindRuns(
    TenantId tenant, ConnectionId connectionId, int limit, @Nullable String cursor) {}
