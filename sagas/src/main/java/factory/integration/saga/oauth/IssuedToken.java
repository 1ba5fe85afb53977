package factory.integration.saga.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param refreshToken takes the place of the one that was sent, where one came
 */
public record IssuedToken(
    String accessToken, Instant issuedAt, Instant expiresAt, @Nullable String refreshToken) {

  /** Times alone. */
  @Override
  public String toString() {
    return "IssuedToken[until " + expiresAt + "]";
  }
}
