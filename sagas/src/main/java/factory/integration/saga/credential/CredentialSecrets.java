package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the vault keeps for credentials. */
final class CredentialSecrets {

  private static final Logger log = LoggerFactory.getLogger(CredentialSecrets.class);

  private final SecretVault vault;

  CredentialSecrets(SecretVault vault) {
    this.vault = vault;
  }

  /** The secret; a missing one, or a vault that does not answer, is worth another try. */
  String get(TenantId tenant, CredentialId id, SecretRef ref) {
    return find(tenant, id, ref)
        .orElseThrow(
            () ->
                new CredentialUnavailable(true, "the vault has no secret of the credential " + id));
  }

  /** The latest reference that the vault has: the given one, or one that followed it. */
  SecretRef latest(TenantId tenant, CredentialId id, SecretRef known) {
    SecretRef latest = known;
    while (find(tenant, id, latest.next()).isPresent()) {
      latest = latest.next();
    }
    return latest;
  }

  boolean has(TenantId tenant, CredentialId id, SecretRef ref) {
    return find(tenant, id, ref).isPresent();
  }

  void remove(TenantId tenant, SecretRef ref) {
    vault.remove(tenant, ref);
  }

  void put(TenantId tenant, CredentialId id, SecretRef ref, String secret) {
    try {
      vault.put(tenant, ref, secret);
    } catch (RuntimeException e) {
      log.warn("a secret of the credential {} could not be stored: {}", id, e.toString());
      throw new CredentialUnavailable(true, "the vault did not keep a secret of " + id);
    }
  }

  private Optional<String> find(TenantId tenant, CredentialId id, SecretRef ref) {
    try {
      return vault.find(tenant, ref);
    } catch (RuntimeException e) {
      log.warn("a secret of the credential {} could not be read: {}", id, e.toString());
      throw new CredentialUnavailable(true, "the vault did not give the secret of " + id);
    }
  }
}
