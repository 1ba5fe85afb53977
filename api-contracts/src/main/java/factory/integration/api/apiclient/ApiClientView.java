package factory.integration.api.apiclient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an API client as the platform knows it.
 *
 * @param deprecatedAt since when it should not be used any more; absent while it may
 * @param deprecationReason what its users should know
 */
public record ApiClientView(
    ApiClientId apiClientId,
    ApiClientDefinition definition,
    @Nullable Instant deprecatedAt,
    @Nullable String deprecationReason,
    Instant createdAt) {

  public boolean deprecated() {
    return deprecatedAt != null;
  }

  /** The same, not to be used any more. */
  public ApiClientView deprecated(@Nullable String reason, Instant at) {
    return new ApiClientView(apiClientId, definition, at, reason, createdAt);
  }
}
