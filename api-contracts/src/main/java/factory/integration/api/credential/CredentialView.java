package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential as the platform knows it, without its secret.
 *
 * @param version in use
 * @param previousVersion usable until the overlap ends
 * @param rotation the latest, absent before the first
 * @param nextRotationAt when it rotates by itself
 * @param revision counts changes, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialView(
    CredentialId credentialId,
    CredentialSettings settings,
    int version,
    @Nullable Integer previousVersion,
    @Nullable Instant previousValidUntil,
    @Nullable RotationView rotation,
    @Nullable Instant nextRotationAt,
    long revision,
    Instant createdAt,
    Instant updatedAt) {

  /** One that was registered just now. */
  public static CredentialView registered(
      CredentialId id, CredentialSettings settings, Instant at) {
    Instant next = settings.nextRotation(at).orElse(null);
    return new CredentialView(id, settings, 1, null, null, null, next, 0, at, at);
  }
}
