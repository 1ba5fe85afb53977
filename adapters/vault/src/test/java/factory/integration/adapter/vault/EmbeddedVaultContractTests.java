package factory.integration.adapter.vault;

import factory.integration.api.vault.SecretVault;
import factory.integration.storage.contract.SecretVaultContract;
import java.security.SecureRandom;

class EmbeddedVaultContractTests extends SecretVaultContract {

  private final SecureRandom random = new SecureRandom();
  private final KeyRing keys = KeyRing.of(MasterKey.generate(random));
  private final InMemorySecretStore store = new InMemorySecretStore();

  @Override
  protected SecretVault vault() {
    return new EncryptedSecretVault(store, keys, random);
  }
}
