package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import org.jspecify.annotations.Nullable;

/** Puts secrets into the vault and hands out their references. */
final class CredentialVault {

  private final SecretVault vault;
  private final UniqueIds ids;

  CredentialVault(SecretVault vault, UniqueIds ids) {
    this.vault = vault;
    this.ids = ids;
  }

  /** The first version's secret. */
  SecretRef first(TenantId tenant, CredentialId id, String secret) {
    SecretRef ref = new SecretRef("sec-" + id.uniquePart(), 1);
    vault.put(tenant, ref, secret);
    return ref;
  }

  /** A secret under a reference of its own; null for none. */
  @Nullable SecretRef keep(TenantId tenant, @Nullable String secret) {
    if (secret == null) {
      return null;
    }
    SecretRef ref = new SecretRef("sec-" + ids.next(), 1);
    vault.put(tenant, ref, secret);
    return ref;
  }

  void forget(TenantId tenant, @Nullable SecretRef ref) {
    if (ref != null) {
      vault.remove(tenant, ref);
    }
  }
}
