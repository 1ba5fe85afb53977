package factory.integration.adapter.keyvault;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives the {@link SecretVault} where Azure Key Vault is chosen. */
@AutoConfiguration
@EnableConfigurationProperties(KeyVaultProperties.class)
public class KeyVaultAutoConfiguration {

  private static final int RETRIES = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  @Bean
  @ConditionalOnProperty(prefix = "platform.vault", name = "type", havingValue = "azure")
  SecretVault secretVault(KeyVaultProperties properties) {
    SecretClientBuilder builder =
        builder(properties)
            .vaultUrl(properties.address().toString())
            .credential(new DefaultAzureCredentialBuilder().build());
    return new AzureSecretVault(builder.buildClient(), new SecureRandom());
  }

  static SecretClientBuilder builder(KeyVaultProperties properties) {
    Duration timeout = properties.timeout();
    return new SecretClientBuilder()
        .clientOptions(
            new HttpClientOptions()
                .setConnectTimeout(timeout)
                .setWriteTimeout(timeout)
                .setResponseTimeout(timeout)
                .setReadTimeout(timeout))
        .retryOptions(
            new RetryOptions(
                new ExponentialBackoffOptions()
                    .setMaxRetries(RETRIES)
                    .setBaseDelay(FIRST_PAUSE)
                    .setMaxDelay(timeout)));
  }
}
