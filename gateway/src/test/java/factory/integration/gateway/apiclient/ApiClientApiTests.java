package factory.integration.gateway.apiclient;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ApiClientApiTests {

  private static final String PATH = "/v1/integrations/clients";

  private final Api api;
  private String provider;

  ApiClientApiTests(@Autowired Api api) {
    this.api = api;
  }

  @BeforeEach
  void registerTheProvider() {
    provider =
        api.post(
                "/v1/integrations/providers",
                "{\"key\":\"erp\",\"name\":\"E\",\"baseUrl\":\"https://e.example\"}",
                "X-Tenant-Id",
                "clients")
            .at("/providerId");
  }

  @Test
  void registersAndShows() {
    Answer answer =
        post(
            """
            {"providerId":"%s","name":"erp","version":"1.0.0","description":"Orders","operations":[
              {"name":"CreateOrder","method":"POST","path":"/orders/{shop}",
               "query":{"dry":"{dry}"},"headers":{"x-a":"{a}"},
               "inputSchema":{"type":"object","required":["shop"]},
               "requestMapping":"{\\"total\\": total}","responseMapping":"{\\"id\\": id}",
               "success":["201","202-204"],"successWhen":"ok","externalRef":"id",
               "idempotencyHeader":"idempotency-key","timeoutSeconds":20,
               "retriableStatuses":[503]}]}
            """
                .formatted(provider));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/apiClientId")).startsWith("cli-");
    assertThat(answer.at("/operations/0/inputSchema/type")).isEqualTo("object");
    assertThat(answer.json().at("/operations/0/timeoutSeconds").asInt()).isEqualTo(20);
    assertThat(get("/" + answer.at("/apiClientId")).json()).isEqualTo(answer.json());
    assertThat(get("?providerId=" + provider).text()).contains(answer.at("/apiClientId"));
    assertThat(get("?providerId=prov-other").json().path("items").size()).isZero();
    assertThat(get("?providerId=nonsense").json().path("items").size()).isZero();
  }

  @Test
  void neverChangesAVersion() {
    assertThat(post(with("2.0.0", "\"path\":\"/a\"")).status()).isEqualTo(201);
    assertThat(post(with("2.0.0", "\"path\":\"/a\"")).status()).isEqualTo(200);
    assertThat(post(with("2.0.0", "\"path\":\"/b\"")).status()).isEqualTo(409);
    assertThat(post(with("2.0.1", "\"path\":\"/b\"")).status()).isEqualTo(201);
  }

  @Test
  void deprecates() {
    String id = post(with("3.0.0", "\"path\":\"/a\"")).at("/apiClientId");
    Answer answer =
        api.post(
            PATH + "/" + id + "/deprecate", "{\"reason\":\"use 4\"}", "X-Tenant-Id", "clients");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("deprecated").asBoolean()).isTrue();
    assertThat(answer.at("/deprecationReason")).isEqualTo("use 4");
    assertThat(api.post(PATH + "/" + id + "/deprecate", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "name":"1a"                                | name
          "method":"TRACE"                           | method
          "path":"orders"                            | path
          "path":"/a/{b c}"                          | path
          "path":"/a/{b"                             | path
          "path":"/../a"                             | path
          "path":"/a/%2e%2E/b"                       | path
          "path":"//evil.example/a"                  | path
          "query":{"a":"{"}                          | query.a
          "headers":{"authorization":"x"}            | headers.authorization
          "headers":{"host":"x"}                     | headers.host
          "headers":{"x-a":"a\\nb"}                  | headers.x-a
          "inputSchema":{"type":"objekt"}            | inputSchema
          "inputSchema":{"$ref":"https://a.test/b"}  | inputSchema
          "requestMapping":"{"                       | requestMapping
          "responseMapping":"a."                     | responseMapping
          "successWhen":"$sum("                      | successWhen
          "externalRef":"1 +"                        | externalRef
          "success":["2xx"]                          | success
          "timeoutSeconds":0                         | timeoutSeconds
          "timeoutSeconds":121                       | timeoutSeconds
          "retriableStatuses":[600]                  | retriableStatuses
          "idempotencyHeader":"content-length"       | idempotencyHeader
          """)
  void namesTheFieldThatIsWrong(String wrong, String field) {
    Answer answer = post(with("9.0.0", wrong));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("operations.0." + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "providerId":"prov-none","name":"a","version":"1.0.0","operations":[]     | providerId
          "providerId":"%s","name":"A b","version":"1.0.0","operations":[]          | name
          "providerId":"%s","name":"a","version":"1.0","operations":[]              | version
          "providerId":"%s","name":"a","version":"1.0.0","operations":[]            | operations
          "providerId":"%s","name":"a","version":"1.0.0","operations":[null]        | operations.0
          """)
  void refusesAClientThatIsNone(String fields, String field) {
    Answer answer = post("{" + fields.formatted(provider) + "}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void knowsNoProviderOfAnotherTenant() {
    Answer answer = api.post(PATH, with("1.0.0", "\"path\":\"/a\""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("providerId");
  }

  /** A client with one operation, in which one field differs. */
  private String with(String version, String field) {
    StringBuilder operation = new StringBuilder();
    String name = field.substring(0, field.indexOf(':') + 1);
    for (String part : new String[] {"\"name\":\"Get\"", "\"method\":\"GET\"", "\"path\":\"/a\""}) {
      operation.append(part.startsWith(name) ? "" : part + ",");
    }
    return "{\"providerId\":\"%s\",\"name\":\"erp\",\"version\":\"%s\",\"operations\":[{%s%s}]}"
        .formatted(provider, version, operation, field);
  }

  private Answer post(String body) {
    return api.post(PATH, body, "X-Tenant-Id", "clients");
  }

  private Answer get(String path) {
    return api.get(PATH + path, "X-Tenant-Id", "clients");
  }
}
