package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialEvent;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.vault.SecretRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential as its events left it.
 *
 * @param current the version in use
 * @param secrets of each version that can be used: the one in use, the one before while it
 *     overlaps, the candidate of a running rotation
 */
public record CredentialState(
    CredentialSettings settings, int current, Map<Integer, SecretRef> secrets) {

  public CredentialState {
    secrets = Map.copyOf(secrets);
  }

  /** The state after an event; before the first event there is none. */
  static CredentialState after(@Nullable CredentialState before, CredentialEvent event) {
    if (event instanceof IntegrationCredentialRegistered registered) {
      return new CredentialState(registered.settings(), 1, Map.of(1, registered.secret()));
    }
    if (before == null) {
      throw new IllegalStateException("a credential's first event is missing");
    }
    return before.with(event);
  }

  private CredentialState with(CredentialEvent event) {
    return switch (event) {
      case IntegrationCredentialRegistered _ -> this;
      case CredentialRotationStarted it -> holding(current, it.version(), it.candidate());
      case CredentialRotationResumed _ -> this;
      case CredentialRotationFailed it -> without(it.version());
      case CredentialRotated it -> holding(it.version(), it.version(), it.secret());
      case RefreshTokenReplaced it -> holding(current, it.version(), it.secret());
      case CredentialVersionRetired it -> without(it.version());
    };
  }

  private CredentialState holding(int inUse, int version, SecretRef secret) {
    Map<Integer, SecretRef> more = new HashMap<>(secrets);
    more.put(version, secret);
    return new CredentialState(settings, inUse, more);
  }

  private CredentialState without(int version) {
    Map<Integer, SecretRef> fewer = new HashMap<>(secrets);
    fewer.remove(version);
    return new CredentialState(settings, current, fewer);
  }

  /**
   * Where the secret of a version is.
   *
   * @throws CredentialUnavailable when that version can't be used
   */
  public SecretRef secretOf(int version) {
    SecretRef ref = secrets.get(version);
    if (ref == null) {
      throw new CredentialUnavailable(
          false, "version " + version + " of the credential is not in use");
    }
    return ref;
  }

  /** The version before the one in use, while it overlaps; else null. */
  @Nullable SecretRef previous() {
    return secrets.entrySet().stream()
        .filter(version -> version.getKey() < current)
        .map(Map.Entry::getValue)
        .findAny()
        .orElse(null);
  }
}
