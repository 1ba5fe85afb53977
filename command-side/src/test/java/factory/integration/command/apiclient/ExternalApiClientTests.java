package factory.integration.command.apiclient;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.apiclient.DeprecateExternalApiClient;
import factory.integration.api.apiclient.ExternalApiClientDeprecated;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.apiclient.RegisterExternalApiClient;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExternalApiClientTests {

  private static final ProviderId PROVIDER = ProviderId.of(TenantId.DEFAULT, "erp");
  private static final ApiVersion VERSION = new ApiVersion("1.0.0");
  private static final ApiClientId ID = ApiClientId.of(PROVIDER, "erp", VERSION);

  private final FixtureConfiguration<ExternalApiClient> fixture =
      new AggregateTestFixture<>(ExternalApiClient.class);

  @Nested
  class RegisterExternalApiClientTests {

    @Test
    void registersAVersion() {
      fixture
          .givenNoPriorActivity()
          .when(register("/orders"))
          .expectEvents(registered("/orders"))
          .expectResultMessagePayload(false);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(registered("/orders"))
          .when(register("/orders"))
          .expectNoEvents()
          .expectResultMessagePayload(true);
    }

    @Test
    void refusesAnotherDefinitionOfTheSameVersion() {
      fixture
          .given(registered("/orders"))
          .when(register("/v2/orders"))
          .expectNoEvents()
          .expectException(CommandRejected.class)
          .expectExceptionMessage(Reason.API_CLIENT_VERSION_TAKEN.detail());
    }

    @Test
    void staysDeprecatedWhenItIsRegisteredAgain() {
      fixture
          .given(registered("/orders"), deprecated("old"))
          .when(register("/orders"))
          .expectNoEvents()
          .expectResultMessagePayload(true);
    }
  }

  @Nested
  class DeprecateExternalApiClientTests {

    @Test
    void deprecatesAVersion() {
      fixture
          .given(registered("/orders"))
          .when(new DeprecateExternalApiClient(ID, "old"))
          .expectEvents(deprecated("old"))
          .expectResultMessagePayload(1L);
    }

    @Test
    void keepsTheFirstReason() {
      fixture
          .given(registered("/orders"), deprecated("old"))
          .when(new DeprecateExternalApiClient(ID, "older"))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
    }

    @Test
    void doesNotFindAnUnknownVersion() {
      fixture
          .givenNoPriorActivity()
          .when(new DeprecateExternalApiClient(ID, null))
          .expectNoEvents()
          .expectException(AggregateNotFoundException.class);
    }
  }

  private static RegisterExternalApiClient register(String path) {
    return new RegisterExternalApiClient(ID, definition(path));
  }

  private static ExternalApiClientRegistered registered(String path) {
    return new ExternalApiClientRegistered(ID, definition(path));
  }

  private static ExternalApiClientDeprecated deprecated(String reason) {
    return new ExternalApiClientDeprecated(ID, reason);
  }

  private static ApiClientDefinition definition(String path) {
    ApiOperation operation =
        new ApiOperation(
            "GetOrders",
            "GET",
            path,
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            15,
            Set.of());
    return new ApiClientDefinition(PROVIDER, "erp", VERSION, null, List.of(operation));
  }
}
