package factory.integration.api.vault;

import factory.integration.api.messaging.TenantId;
import java.util.Optional;

/**
 * Where a vault keeps what it sealed; never sees a secret in the clear. Every method is safe for
 * use by many threads; an unreachable store shows as its own unchecked exception.
 */
public interface SecretStore {

  /**
   * Stores durably before it returns. The same bytes again change nothing.
   *
   * @param sealed what the vault encrypted, at most some kilobytes
   * @throws IllegalStateException when other bytes stand under the reference; they stay as they are
   */
  void put(TenantId tenant, SecretRef ref, byte[] sealed);

  /** What was stored, or empty when this tenant has nothing under the reference. */
  Optional<byte[]> find(TenantId tenant, SecretRef ref);

  /**
   * Puts other bytes in the place of these, durably before it returns.
   *
   * @return false, and nothing changed, when these are not what is stored
   */
  boolean replace(TenantId tenant, SecretRef ref, byte[] sealed, byte[] other);

  /** Forgets what was stored, durably before it returns; an unknown reference is no error. */
  void remove(TenantId tenant, SecretRef ref);
}
