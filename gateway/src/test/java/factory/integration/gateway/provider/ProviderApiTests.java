package factory.integration.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ProviderApiTests {

  private static final String PATH = "/v1/integrations/providers";

  private final Api api;

  ProviderApiTests(@Autowired Api api) {
    this.api = api;
  }

  @Test
  void registersAndShows() {
    Answer answer =
        api.post(
            PATH,
            """
            {"key":"erp","name":"ERP","baseUrl":"https://erp.example.com/api/",
             "authSchemes":["bearer","apiKey"],"capabilities":["GetOrder"],
             "healthProbe":{"path":"/health","successStatuses":[200,204],"successWhen":"up"},
             "callsPerSecond":10,"documentationUrl":"https://erp.example.com/docs"}
            """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/providerId")).startsWith("prov-");
    assertThat(answer.at("/baseUrl")).isEqualTo("https://erp.example.com/api");
    assertThat(answer.at("/healthProbe/method")).isEqualTo("GET");
    assertThat(api.get(PATH + "/" + answer.at("/providerId")).json()).isEqualTo(answer.json());
    assertThat(api.get(PATH).text()).contains(answer.at("/providerId"));
  }

  @Test
  void takesTheSameAgainAndRefusesAnotherUnderItsKey() {
    assertThat(api.post(PATH, minimal("again", "One")).status()).isEqualTo(201);
    assertThat(api.post(PATH, minimal("again", "One")).status()).isEqualTo(200);
    Answer other = api.post(PATH, minimal("again", "Two"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.isProblem()).isTrue();
  }

  @Test
  void keepsTenantsApart() {
    Answer mine = api.post(PATH, minimal("mine", "Mine"));
    String path = PATH + "/" + mine.at("/providerId");

    assertThat(api.get(path, "X-Tenant-Id", "other").status()).isEqualTo(404);
    assertThat(api.get(PATH, "X-Tenant-Id", "other").text()).doesNotContain("Mine");
    assertThat(api.post(PATH, minimal("mine", "Theirs"), "X-Tenant-Id", "other").status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "key":"Not OK"                                       | key
          "key":"-a"                                           | key
          "name":""                                            | name
          "name":null                                          | name
          "baseUrl":null                                       | baseUrl
          "baseUrl":"ftp://a.example"                          | baseUrl
          "baseUrl":"https://a.example?q=1"                    | baseUrl
          "baseUrl":"https://user@a.example"                   | baseUrl
          "baseUrl":"https://blocked.example/api"              | baseUrl
          "authSchemes":["bearer","bearer"]                    | authSchemes
          "capabilities":[""]                                  | capabilities.0
          "capabilities":["A","A"]                             | capabilities
          "callsPerSecond":0                                   | callsPerSecond
          "documentationUrl":"javascript:alert(1)"             | documentationUrl
          "healthProbe":{"path":"health"}                      | healthProbe.path
          "healthProbe":{"path":"/a/../b"}                     | healthProbe.path
          "healthProbe":{"path":"/a?b"}                        | healthProbe.path
          "healthProbe":{"path":"/a","method":"DELETE"}        | healthProbe.method
          "healthProbe":{"path":"/a","successStatuses":[99]}   | healthProbe.successStatuses
          "healthProbe":{"path":"/a","successWhen":"1 +"}      | healthProbe.successWhen
          """)
  void namesTheFieldThatIsWrong(String wrong, String field) {
    String name = wrong.substring(1, wrong.indexOf('"', 1));
    StringBuilder body = new StringBuilder("{");
    for (String part :
        new String[] {"\"key\":\"wrong\"", "\"name\":\"W\"", "\"baseUrl\":\"https://w.example\""}) {
      body.append(part.startsWith("\"" + name + "\"") ? "" : part + ",");
    }
    Answer answer = api.post(PATH, body + wrong + "}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void asksForTheScopes() {
    String[] reader = api.keyOf("scoped", "[\"integrations.read\"]");
    String[] writer = api.keyOf("scoped", "[\"integrations.write\"]");

    assertThat(api.get(PATH, reader).status()).isEqualTo(200);
    assertThat(api.post(PATH, minimal("scoped", "S"), reader).status()).isEqualTo(403);
    assertThat(api.post(PATH, minimal("scoped", "S"), writer).status()).isEqualTo(201);
    assertThat(api.get(PATH, writer).status()).isEqualTo(403);
  }

  private static String minimal(String key, String name) {
    return "{\"key\":\"%s\",\"name\":\"%s\",\"baseUrl\":\"https://a.example\"}"
        .formatted(key, name);
  }
}
