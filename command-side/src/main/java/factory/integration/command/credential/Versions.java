package factory.integration.command.credential;

import factory.integration.api.vault.SecretRef;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a credential that can be used.
 *
 * @param previous the one before the current one, until its overlap ends
 */
record Versions(Version current, @Nullable Version previous) {

  /** A version and where its secret is. */
  record Version(int number, SecretRef secret) {}

  static Versions first(SecretRef secret) {
    return new Versions(new Version(1, secret), null);
  }

  boolean isCurrent(int version) {
    return current.number() == version;
  }

  @Nullable SecretRef secretOf(int version) {
    if (isCurrent(version)) {
      return current.secret();
    }
    return previous != null && previous.number() == version ? previous.secret() : null;
  }

  Versions rotatedTo(int version, SecretRef secret) {
    return new Versions(new Version(version, secret), current);
  }

  Versions withoutPrevious() {
    return new Versions(current, null);
  }

  /** The same with another secret for a version; an unknown one changes nothing. */
  Versions with(int version, SecretRef secret) {
    if (isCurrent(version)) {
      return new Versions(new Version(version, secret), previous);
    }
    return secretOf(version) == null ? this : new Versions(current, new Version(version, secret));
  }
}
