package factory.integration.gateway.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its owner sees it.
 *
 * @param key its text, only in the answer to its creation
 */
record ApiKeyResource(
    String keyId,
    String name,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

  static ApiKeyResource of(ApiKey key) {
    return of(key, null);
  }

  static ApiKeyResource of(ApiKey key, @Nullable String text) {
    List<String> scopes = key.scopes().stream().sorted().toList();
    return new ApiKeyResource(key.id(), key.name(), scopes, key.createdAt(), key.expiresAt(), text);
  }
}
