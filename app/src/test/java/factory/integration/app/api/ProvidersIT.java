package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ProvidersIT {

  private static final String PROVIDERS = "/v1/integrations/providers";
  private static final String CLIENTS = "/v1/integrations/clients";

  private final Tenant tenant;
  private final BusListener listener;

  ProvidersIT(Platform platform, BusListener listener) {
    this.tenant = platform.tenant();
    this.listener = listener;
  }

  @Test
  void publishesWhatIsRegistered() {
    JsonNode provider =
        tenant
            .api()
            .post(
                PROVIDERS,
                Map.of("key", "erp", "name", "ERP", "baseUrl", "http://127.0.0.1:8081/api"))
            .expecting(201)
            .json();
    JsonNode client =
        tenant
            .api()
            .post(
                CLIENTS,
                Map.of(
                    "providerId",
                    text(provider, "providerId"),
                    "name",
                    "erp",
                    "version",
                    "1.0.0",
                    "operations",
                    List.of(Map.of("name", "GetOrder", "method", "GET", "path", "/o/{id}"))))
            .expecting(201)
            .json();

    Received registered = listener.await(tenant, "IntegrationProviderRegistered", 1).getFirst();
    assertThat(registered.topic()).isEqualTo("factory.integration.providers");
    assertThat(registered.envelope().at("/payload/key").asString()).isEqualTo("erp");
    Received version = listener.await(tenant, "ExternalApiClientRegistered", 1).getFirst();
    assertThat(version.topic()).isEqualTo("factory.integration.providers");
    assertThat(version.envelope().at("/payload/apiClientId").asString())
        .isEqualTo(text(client, "apiClientId"));
    assertThat(version.envelope().at("/payload/operations").toString()).isEqualTo("[\"GetOrder\"]");
  }

  @Test
  void registersWhatComesAlongAndDeprecatesIt() {
    JsonNode github = tenant.api().post("/v1/integrations/catalog/github", "{}").json();
    String client = CLIENTS + "/" + github.at("/client/apiClientId").asString();

    assertThat(tenant.api().post(client + "/deprecate", "{\"reason\":\"old\"}").at("deprecated"))
        .hasToString("true");
    assertThat(tenant.api().get(client).at("deprecationReason").asString()).isEqualTo("old");
    assertThat(tenant.api().get(PROVIDERS).expecting(200).at("items").size()).isEqualTo(1);
  }

  @Test
  void connectsToNoRefusedAddress() {
    tenant
        .api()
        .post(PROVIDERS, Map.of("key", "m", "name", "M", "baseUrl", "http://169.254.169.254/"))
        .expecting(422);
  }
}
