package factory.integration.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ConnectionApiTests {

  private static final String PATH = "/v1/integrations/connections";

  private final Api api;
  private final MemoryConnections connections;
  private String provider;
  private String client;

  ConnectionApiTests(@Autowired Api api, @Autowired MemoryConnections connections) {
    this.api = api;
    this.connections = connections;
  }

  @BeforeEach
  void registerProviderAndClient() {
    connections.nextTest(true, "the provider answered 200");
    provider = register("erp");
    client =
        post(
                "/v1/integrations/clients",
                """
                {"providerId":"%s","name":"erp","version":"1.0.0","operations":[
                  {"name":"GetOrder","method":"GET","path":"/orders/{id}"},
                  {"name":"CreateOrder","method":"POST","path":"/orders"}]}
                """
                    .formatted(provider))
            .at("/apiClientId");
  }

  @Test
  void establishesAndShows() {
    Answer answer =
        connect(
            """
            "baseUrl":"https://eu.example/api/",
            "governance":{"allowedOperations":["CreateOrder","GetOrder"],
              "approvalRequired":["CreateOrder"],
              "inputSchemas":{"CreateOrder":{"required":["id"]}},
              "quietHours":{"from":"22:00","to":"06:00","zone":"Europe/Berlin"},
              "callsPerSecond":5},
            "triggers":[{"eventType":"order.created","operation":"CreateOrder",
              "mapping":"event.data","fetchOperation":"GetOrder","fetchMapping":"event.data"}],
            "retryPolicy":"avvyr"
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/connectionId")).startsWith("conn-");
    assertThat(answer.at("/status")).isEqualTo("established");
    assertThat(answer.at("/health")).isEqualTo("healthy");
    assertThat(answer.at("/detail")).isEqualTo("the provider answered 200");
    assertThat(answer.at("/baseUrl")).isEqualTo("https://eu.example/api");
    assertThat(answer.at("/governance/quietHours/from")).isEqualTo("22:00");
    assertThat(answer.at("/governance/inputSchemas/CreateOrder/required/0")).isEqualTo("id");
    assertThat(answer.at("/triggers/0/eventType")).isEqualTo("orderCreated");
    assertThat(answer.at("/triggers/0/ordering")).isEqualTo("fifo");
    assertThat(answer.at("/triggers/0/retries")).isEqualTo("4");
    assertThat(answer.at("/retryPolicy")).isEqualTo("avvyr");

    String id = answer.at("/connectionId");
    assertThat(get("/" + id).json()).isEqualTo(answer.json());
    assertThat(get("?providerId=" + provider).text()).contains(id);
    assertThat(get("?providerId=" + register("other")).json().path("items").size()).isZero();
    assertThat(get("?providerId=nonsense").json().path("items").size()).isZero();
    assertThat(api.get(PATH + "/" + id, "X-Tenant-Id", "someone").status()).isEqualTo(404);
    Answer usage = api.get("/v1/integrations/clients/" + client + "/usage", tenant());
    assertThat(usage.text()).contains(id);
  }

  @Test
  void leavesAConnectionPendingUntilATestPasses() {
    connections.nextTest(false, "the provider answered 401");
    Answer answer = connect("\"triggers\":[]");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/status")).isEqualTo("pending");
    assertThat(answer.at("/detail")).isEqualTo("the provider answered 401");
    String path = PATH + "/" + answer.at("/connectionId");

    Answer failed = post(path + "/test", "");
    assertThat(failed.at("/passed")).isEqualTo("false");
    assertThat(failed.at("/connection/status")).isEqualTo("pending");
    connections.nextTest(true, "the provider answered 200");
    Answer passed = post(path + "/test", "");
    assertThat(passed.at("/passed")).isEqualTo("true");
    assertThat(passed.at("/connection/status")).isEqualTo("established");
  }

  @Test
  void changesWhatAConnectionMayDo() {
    String path = PATH + "/" + connect("\"governance\":{\"callsPerSecond\":5}").at("/connectionId");
    Answer changed =
        patch(
            path,
            """
            {"reason":"nights are quiet","name":"New","retryPolicy":{"retries":2},
             "governance":{"quietHours":{"from":"22:00","to":"06:00","zone":"UTC"}}}
            """);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/name")).isEqualTo("New");
    assertThat(changed.at("/governance/callsPerSecond")).isEqualTo("5");
    assertThat(changed.at("/governance/quietHours/to")).isEqualTo("06:00");
    Answer reset = patch(path, "{\"reason\":\"all is open\",\"governance\":null}");
    assertThat(reset.json().at("/governance/callsPerSecond").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"New"}                                              | reason
          {"reason":" ","name":"New"}                                 | reason
          {"reason":"r","providerId":"prov-2"}                        | providerId
          {"reason":"r","credentialId":null}                          | credentialId
          {"reason":"r","name":null}                                  | name
          {"reason":"r","governance":{"allowedOperations":["Nope"]}}  | governance.allowedOperations.0
          {"reason":"r","triggers":[{"eventType":"a","operation":"Nope"}]} | triggers.0.operation
          {"reason":"r","unknown":1}                                  | unknown
          """)
  void refusesAChange(String patch, String field) {
    String path = PATH + "/" + connect("\"triggers\":[]").at("/connectionId");
    Answer answer = patch(path, patch);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void retiresOnceAndForAll() {
    String id = connect("\"triggers\":[]").at("/connectionId");
    String path = PATH + "/" + id;
    assertThat(post(path + "/retire", "{}").at("/errors/0/field")).isEqualTo("reason");
    Answer retired = post(path + "/retire", "{\"reason\":\"the contract has ended\"}");
    assertThat(retired.at("/status")).isEqualTo("retired");
    assertThat(retired.at("/detail")).isEqualTo("the contract has ended");
    assertThat(post(path + "/test", "").status()).isEqualTo(409);
    assertThat(patch(path, "{\"reason\":\"r\",\"name\":\"New\"}").status()).isEqualTo(409);
    assertThat(api.get("/v1/integrations/clients/" + client + "/usage", tenant()).text())
        .doesNotContain(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name":null                                                   | name
          "providerId":"prov-unknown"                                   | providerId
          "providerId":7                                                | providerId
          "apiClientId":"cli-unknown"                                   | apiClientId
          "apiClientId":"conn-1"                                        | apiClientId
          "credentialId":"prov-1"                                       | credentialId
          "baseUrl":"https://blocked.example"                           | baseUrl
          "baseUrl":"https://a.example/?q=1"                            | baseUrl
          "governance":{"allowedOperations":["Nope"]}                   | governance.allowedOperations.0
          "governance":{"approvalRequired":[null]}                      | governance.approvalRequired.0
          "governance":{"inputSchemas":{"CreateOrder":{"type":"x"}}}    | governance.inputSchemas.CreateOrder
          "governance":{"inputSchemas":{"Nope":{}}}                     | governance.inputSchemas.Nope
          "governance":{"callsPerSecond":0}                             | governance.callsPerSecond
          "governance":{"quietHours":{"from":"25:00","to":"06:00","zone":"UTC"}} | governance.quietHours.from
          "governance":{"quietHours":{"from":"22:00","to":"06:00","zone":"Mars"}} | governance.quietHours.zone
          "governance":{"quietHours":{"from":"22:00","to":"22:00","zone":"UTC"}} | governance.quietHours
          "triggers":[null]                                             | triggers.0
          "triggers":[{"operation":"CreateOrder"}]                      | triggers.0.eventType
          "triggers":[{"eventType":"a b","operation":"CreateOrder"}]    | triggers.0.eventType
          "triggers":[{"eventType":"a"}]                                | triggers.0.operation
          "triggers":[{"eventType":"a","operation":"GetOrder","retries":6}] | triggers.0.retries
          "triggers":[{"eventType":"a","operation":"GetOrder","mapping":"{"}] | triggers.0.mapping
          "triggers":[{"eventType":"a","operation":"GetOrder","fetchMapping":"a"}] | triggers.0.fetchMapping
          "retryPolicy":"never"                                         | retryPolicy
          "unknown":1                                                   | unknown
          """)
  void refuses(String wrong, String field) {
    Answer answer = connect(wrong);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void refusesTriggersThatAreNotAllowed() {
    Answer answer =
        connect(
            """
            "governance":{"allowedOperations":["GetOrder"]},
            "triggers":[{"eventType":"*","operation":"CreateOrder"}]
            """);
    assertThat(answer.at("/errors/0/field")).isEqualTo("triggers.0.operation");
  }

  @Test
  void refusesAClientOfAnotherProvider() {
    String other = register("other");
    Answer answer =
        post(
            PATH,
            "{\"name\":\"n\",\"providerId\":\"%s\",\"apiClientId\":\"%s\"}"
                .formatted(other, client));
    assertThat(answer.at("/errors/0/field")).isEqualTo("apiClientId");
    assertThat(answer.at("/errors/0/message")).contains(provider);
  }

  @Test
  void needsTheScope() {
    String[] reader = api.keyOf("connections", "[\"integrations.read\"]");
    assertThat(api.get(PATH, reader).status()).isEqualTo(200);
    assertThat(api.post(PATH, "{}", reader).status()).isEqualTo(403);
  }

  /** A connection with what is given, in place of what is usual. */
  private Answer connect(String more) {
    String given = more.strip();
    StringBuilder body = new StringBuilder("{").append(given);
    append(body, given, "name", "ERP");
    append(body, given, "providerId", provider);
    append(body, given, "apiClientId", client);
    return post(PATH, body.append('}').toString());
  }

  private static void append(StringBuilder body, String given, String field, String value) {
    if (!given.startsWith("\"" + field + "\"")) {
      body.append(",\"").append(field).append("\":\"").append(value).append('"');
    }
  }

  private String register(String key) {
    return post(
            "/v1/integrations/providers",
            "{\"key\":\"%s\",\"name\":\"E\",\"baseUrl\":\"https://e.example\"}".formatted(key))
        .at("/providerId");
  }

  private Answer get(String path) {
    return api.get(PATH + path, tenant());
  }

  private Answer post(String path, String body) {
    return api.post(path, body, tenant());
  }

  private Answer patch(String path, String body) {
    return api.patch(path, body, tenant());
  }

  private static String[] tenant() {
    return new String[] {"X-Tenant-Id", "connections"};
  }
}
