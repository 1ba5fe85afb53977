package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultAutoConfigurationTests {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final InMemorySecretStore store = new InMemorySecretStore();
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(VaultAutoConfiguration.class))
          .withBean(InMemorySecretStore.class, () -> store);

  @TempDir private Path data;

  @Test
  void givesAVaultWithAKeyInTheDataDirectory() {
    runner
        .withPropertyValues("platform.data-dir=" + data)
        .run(
            context -> {
              SecretVault vault = context.getBean(SecretVault.class);
              SecretRef ref = vault.putOnce(TenantId.DEFAULT, "s3cret");
              assertThat(vault.find(TenantId.DEFAULT, ref)).contains("s3cret");
              assertThat(data.resolve("master-key")).exists();
            });
  }

  @Test
  void takesTheKeyFromTheSettings() {
    runner
        .withPropertyValues("platform.data-dir=" + data, "platform.vault.master-key=" + KEY)
        .run(
            context -> {
              assertThat(context).hasSingleBean(SecretVault.class);
              assertThat(data).isEmptyDirectory();
              assertThat(context.getBean(VaultProperties.class).toString()).doesNotContain(KEY);
            });
  }

  @Test
  void stopsTheStartWithASentenceThatDoesNotShowTheKey() {
    runner
        .withPropertyValues("platform.data-dir=" + data, "platform.vault.master-key=s3cret-key")
        .run(
            context ->
                assertThat(trace(context.getStartupFailure()))
                    .contains("platform.vault.master-key is not base64 of 32 bytes")
                    .doesNotContain("s3cret-key"));
  }

  @Test
  void refusesAnEmptyDataDirectory() {
    runner
        .withPropertyValues("platform.data-dir= ")
        .run(
            context ->
                assertThat(trace(context.getStartupFailure()))
                    .contains("platform.data-dir is empty"));
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
