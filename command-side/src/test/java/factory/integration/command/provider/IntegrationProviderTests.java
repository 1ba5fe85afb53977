package factory.integration.command.provider;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.AuthScheme;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.RegisterIntegrationProvider;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationProviderTests {

  private static final ProviderId ID = ProviderId.of(TenantId.DEFAULT, "erp");

  private final FixtureConfiguration<IntegrationProvider> fixture =
      new AggregateTestFixture<>(IntegrationProvider.class);

  @Nested
  class RegisterIntegrationProviderTests {

    @Test
    void registersAProvider() {
      fixture
          .givenNoPriorActivity()
          .when(register("ERP"))
          .expectEvents(registered("ERP"))
          .expectResultMessagePayload(false);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(registered("ERP"))
          .when(register("ERP"))
          .expectNoEvents()
          .expectResultMessagePayload(true);
    }

    @Test
    void refusesOtherSettingsUnderTheSameKey() {
      fixture
          .given(registered("ERP"))
          .when(register("Another ERP"))
          .expectNoEvents()
          .expectException(CommandRejected.class)
          .expectExceptionMessage(Reason.PROVIDER_KEY_TAKEN.detail());
    }
  }

  private static RegisterIntegrationProvider register(String name) {
    return new RegisterIntegrationProvider(ID, settings(name));
  }

  private static IntegrationProviderRegistered registered(String name) {
    return new IntegrationProviderRegistered(ID, settings(name));
  }

  private static ProviderSettings settings(String name) {
    return new ProviderSettings(
        "erp",
        name,
        new BaseUrl("https://erp.test"),
        List.of(AuthScheme.BEARER),
        List.of(),
        null,
        null,
        null);
  }
}
