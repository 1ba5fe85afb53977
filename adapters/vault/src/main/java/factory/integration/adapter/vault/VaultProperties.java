package factory.integration.adapter.vault;

import java.util.List;
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
   * @param type {@code embedded}, or {@code azure} for another adapter
   * @param masterKey base64 of 32 bytes; without it the file decides. It is checked where it is
   *     used, since a message about a setting that cannot be bound would show its value.
   * @param otherMasterKeys further keys that open secrets: the one before while the master key is
   *     changed
   * @param rewrap whether the start seals anew, with the master key, what another one sealed
   */
  record Vault(
      @DefaultValue("embedded") String type,
      @Nullable String masterKey,
      @DefaultValue List<String> otherMasterKeys,
      @DefaultValue("true") boolean rewrap) {

    Vault {
      if (!type.equals("embedded") && !type.equals("azure")) {
        throw new IllegalArgumentException("platform.vault.type is embedded or azure, not " + type);
      }
      otherMasterKeys = otherMasterKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    @Override
    public String toString() {
      return masterKey == null ? "Vault[]" : "Vault[masterKey=******]";
    }
  }
}
