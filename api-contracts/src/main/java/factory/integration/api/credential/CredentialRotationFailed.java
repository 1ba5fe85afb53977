package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt failed; the version before stays in use.
 *
 * @param candidate the secret to forget; absent where the next attempt takes it again
 * @param detail one sentence for people, without secrets
 * @param nextAttemptAt absent when the rotation is given up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialRotationFailed(
    CredentialId credentialId,
    int version,
    int attempt,
    @Nullable SecretRef candidate,
    String detail,
    @Nullable Instant nextAttemptAt)
    implements RotationEvent {}
