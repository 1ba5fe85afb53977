package factory.integration.api.vault;

import factory.integration.api.messaging.TenantId;
import java.util.Optional;

/** Keeps secrets encrypted; every call names the tenant, and another tenant's secret is absent. */
public interface SecretVault {

  /** Stores durably before it returns; the same reference again replaces nothing and is refused. */
  void put(TenantId tenant, SecretRef ref, String secret);

  /**
   * Stores a secret under a reference derived from tenant and content: the same secret gives the
   * same reference, and is written once.
   */
  SecretRef putOnce(TenantId tenant, String secret);

  /** The secret, or empty when this tenant has none under the reference. */
  Optional<String> find(TenantId tenant, SecretRef ref);

  /** Forgets the secret; an unknown one is no error. */
  void remove(TenantId tenant, SecretRef ref);
}
