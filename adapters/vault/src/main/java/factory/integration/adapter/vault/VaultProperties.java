package factory.integration.adapter.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the vault.
 *
 * @param dataDir where the master key's file stands
 */
@ConfigurationProperties("platform")
record VaultProperties(@DefaultValue("./data") String dataDir, @DefaultValue Vault vault) {

  VaultProperties {
    if (dataDir.isBlank()) {
      throw new IllegalArgumentException("platform.data-dir is empty; name a directory");
    }
  }

  /**
   * Settings of the vault alone.
   *
   * @param masterKey base64 of 32 bytes; without it the file decides. It is checked where it is
   *     used, since a message about a setting that cannot be bound would show its value.
   */
  record Vault(@Nullable String masterKey) {

    @Override
    public String toString() {
      return masterKey == null ? "Vault[]" : "Vault[masterKey=******]";
    }
  }
}
