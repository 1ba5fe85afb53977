package factory.integration.adapter.vault;

import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives the {@link SecretVault}; needs a {@link SecretStore}. */
@AutoConfiguration
@EnableConfigurationProperties(VaultProperties.class)
public class VaultAutoConfiguration {

  @Bean
  SecretVault secretVault(SecretStore store, VaultProperties properties) {
    SecureRandom random = new SecureRandom();
    MasterKeyFile file = new MasterKeyFile(Path.of(properties.dataDir()));
    MasterKey key = new MasterKeys(store, file, random).obtain(properties.vault().masterKey());
    return new EncryptedSecretVault(store, key, random);
  }
}
