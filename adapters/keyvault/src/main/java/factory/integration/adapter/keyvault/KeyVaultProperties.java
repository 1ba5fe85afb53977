package factory.integration.adapter.keyvault;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Azure Key Vault; used where {@code platform.vault.type} is {@code azure}.
 *
 * @param url {@code https://<name>.vault.azure.net}
 * @param timeout how long one call of it may take
 */
@ConfigurationProperties("platform.vault.azure")
record KeyVaultProperties(@DefaultValue("") String url, @DefaultValue("5s") Duration timeout) {

  /**
   * The vault's address.
   *
   * @throws IllegalStateException when there is none
   */
  URI address() {
    if (!url.startsWith("https://")) {
      throw new IllegalStateException(
          "platform.vault.azure.url is the address of an Azure Key Vault, such as"
              + " https://contoso.vault.azure.net; it is needed where platform.vault.type is"
              + " azure");
    }
    return URI.create(url);
  }
}
