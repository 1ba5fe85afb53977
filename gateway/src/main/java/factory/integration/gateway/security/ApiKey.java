package factory.integration.gateway.security;

import factory.integration.api.messaging.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored: the key itself is not.
 *
 * @param id {@code key-…}
 * @param hash SHA-256 of the key, hexadecimal
 */
public record ApiKey(
    String id,
    TenantId tenant,
    String name,
    String hash,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  /** Always the same, so that a new admin key replaces the one before. */
  static final String FIRST_ADMIN = "key-bootstrap";

  /** Whether it is the installation's own admin key, which no other installation takes over. */
  public boolean isFirstAdmin() {
    return id.equals(FIRST_ADMIN);
  }
}
