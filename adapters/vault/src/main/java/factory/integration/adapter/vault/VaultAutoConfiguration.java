package factory.integration.adapter.vault;

import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives the {@link SecretVault}; needs a {@link SecretStore}. */
@AutoConfiguration
@EnableConfigurationProperties(VaultProperties.class)
public class VaultAutoConfiguration {

  @Bean
  @ConditionalOnProperty(
      prefix = "platform.vault",
      name = "type",
      havingValue = "embedded",
      matchIfMissing = true)
  SecretVault secretVault(SecretStore store, SecretListing listing, VaultProperties properties) {
    SecureRandom random = new SecureRandom();
    MasterKeyFile file = new MasterKeyFile(Path.of(properties.dataDir()));
    VaultProperties.Vault settings = properties.vault();
    KeyRing keys =
        new MasterKeys(store, file, random)
            .obtain(settings.masterKey(), settings.otherMasterKeys());
    if (settings.rewrap()) {
      new SecretRewrap(store, listing, new SecretCiphers(keys, random)).run();
    }
    return new EncryptedSecretVault(store, keys, random);
  }
}
