package factory.integration.api.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the platform knows it.
 *
 * @param health absent until it is established
 * @param detail what its latest test or probe found, or why it was retired
 * @param version counts its changes, from 0
 */
public record ConnectionView(
    ConnectionId connectionId,
    ConnectionSettings settings,
    ConnectionStatus status,
    @Nullable ConnectionHealth health,
    @Nullable String detail,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
