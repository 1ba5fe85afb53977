package factory.integration.api.vault;

import factory.integration.api.messaging.TenantId;
import java.util.List;

/** Shows all that a {@link SecretStore} keeps, for moving it to another one. */
public interface SecretListing {

  /** Every sealed secret of every tenant. */
  List<Sealed> findAll();

  /**
   * A secret as it is stored, of no use without the vault's master key.
   *
   * @param bytes what the vault encrypted
   */
  record Sealed(TenantId tenant, SecretRef ref, byte[] bytes) {

    @Override
    public String toString() {
      return "Sealed[" + tenant + ", " + ref + "]";
    }
  }
}
