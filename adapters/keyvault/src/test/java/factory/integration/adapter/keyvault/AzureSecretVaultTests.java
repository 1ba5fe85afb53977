package factory.integration.adapter.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.security.keyvault.secrets.SecretClient;
import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import factory.integration.storage.contract.SecretVaultContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class AzureSecretVaultTests extends SecretVaultContract {

  private static final OffsetDateTime FAR =
      OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  @TempDir private static Path directory;
  private static KeyVaultStandIn standIn;

  @BeforeAll
  static void start() throws Exception {
    standIn = new KeyVaultStandIn(directory);
  }

  @AfterAll
  static void stop() {
    standIn.close();
  }

  @Override
  protected SecretVault vault() {
    return vault(standIn);
  }

  private static SecretVault vault(KeyVaultStandIn keyVault) {
    SecretClient client =
        KeyVaultAutoConfiguration.builder(
                new KeyVaultProperties(keyVault.url(), Duration.ofSeconds(10)))
            .vaultUrl(keyVault.url())
            .credential(_ -> Mono.just(new AccessToken(KeyVaultStandIn.TOKEN, FAR)))
            .disableChallengeResourceVerification()
            .buildClient();
    return new AzureSecretVault(client, new SecureRandom());
  }

  @Test
  void readsASecretOnce() {
    TenantId tenant = tenant();
    SecretRef ref = new SecretRef("sec-often", 1);
    vault().put(tenant, ref, "s3cret");
    SecretVault other = vault();
    other.find(tenant, ref);
    int reads = standIn.reads.get();
    assertThat(other.find(tenant, ref)).contains("s3cret");
    assertThat(standIn.reads).hasValue(reads);
  }

  @Test
  void saysThatItCannotReachKeyVault() {
    SecretVault vault = vault();
    standIn.breakDown(true);
    try {
      assertThatThrownBy(() -> vault.find(tenant(), new SecretRef("sec-1", 1)))
          .isInstanceOf(StoreUnavailable.class);
    } finally {
      standIn.breakDown(false);
    }
  }
}
