package factory.integration.gateway.providercatalog;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class CatalogApiTests {

  private static final String PATH = "/v1/integrations/catalog";

  private final Api api;

  CatalogApiTests(@Autowired Api api) {
    this.api = api;
  }

  @Test
  void showsWhatComesAlong() {
    assertThat(api.get(PATH).json().path("items").values())
        .extracting(entry -> entry.path("name").asString())
        .containsExactly("github", "slack", "generic-json");
    assertThat(api.get(PATH + "/slack").at("/client/operations/0/name")).isEqualTo("PostMessage");
    assertThat(api.get(PATH + "/absent").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "slack", "generic-json"})
  void registersProviderAndClient(String name) {
    String choice = "{\"baseUrl\":\"https://" + name + ".example.com/api\"}";
    Answer answer = api.post(PATH + "/" + name, choice, "X-Tenant-Id", "catalog");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/provider/key")).isEqualTo(name);
    assertThat(answer.at("/provider/baseUrl")).endsWith(name + ".example.com/api");
    assertThat(answer.at("/client/providerId")).isEqualTo(answer.at("/provider/providerId"));
    assertThat(api.post(PATH + "/" + name, choice, "X-Tenant-Id", "catalog").json())
        .isEqualTo(answer.json());
  }

  @Test
  void registersTheSameTwiceUnderTwoKeys() {
    assertThat(api.post(PATH + "/github", "", "X-Tenant-Id", "two").at("/provider/baseUrl"))
        .isEqualTo("https://api.github.com");
    String own = "{\"key\":\"github-own\",\"baseUrl\":\"https://git.example.com/api/v3\"}";
    assertThat(api.post(PATH + "/github", own, "X-Tenant-Id", "two").status()).isEqualTo(201);
    String other = "{\"baseUrl\":\"https://git.example.com/api/v3\"}";
    assertThat(api.post(PATH + "/github", other, "X-Tenant-Id", "two").status()).isEqualTo(409);
  }

  @Test
  void asksForAnAddressWhereTheEntryHasNone() {
    Answer answer = api.post(PATH + "/generic-json", "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("baseUrl");
  }
}
