package factory.integration.adapter.keyvault;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.vault.SecretVault;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeyVaultAutoConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(KeyVaultAutoConfiguration.class));

  @Test
  void givesNoVaultUnlessItIsChosen() {
    runner.run(context -> assertThat(context).doesNotHaveBean(SecretVault.class));
  }

  @Test
  void givesAVault() {
    runner
        .withPropertyValues(
            "platform.vault.type=azure", "platform.vault.azure.url=https://contoso.vault.azure.net")
        .run(context -> assertThat(context).hasSingleBean(SecretVault.class));
  }

  @Test
  void stopsTheStartWithoutAnAddress() {
    runner
        .withPropertyValues("platform.vault.type=azure")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("platform.vault.azure.url"));
  }
}
