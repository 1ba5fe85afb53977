package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a credential beside its secret.
 *
 * @param name what people call it
 * @param rotation where the next version comes from
 * @param rotateEverySeconds absent when it rotates on demand only
 * @param window in which scheduled rotations start; absent: at any time
 * @param overlapSeconds how long the version before stays usable after a rotation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialSettings(
    String name,
    CredentialScheme scheme,
    RotationMethod rotation,
    @Nullable Long rotateEverySeconds,
    @Nullable RotationWindow window,
    long overlapSeconds) {

  /** When it rotates by itself, after it was made or rotated at that time. */
  public Optional<Instant> nextRotation(Instant since) {
    return Optional.ofNullable(rotateEverySeconds)
        .map(since::plusSeconds)
        .map(due -> window == null ? due : window.earliest(due));
  }
}
