package factory.integration.gateway.apiimport;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@GatewayTest
class ImportApiTests {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: "Orders API", version: "1.4.0"}
      paths:
        /shops/{shop-id}/orders:
          parameters:
            - {name: shop-id, in: path, required: true, schema: {type: string}}
          post:
            operationId: orders/create
            parameters:
              - {name: dry run, in: query, schema: {type: boolean}}
              - {name: Idempotency-Key, in: header, schema: {type: string}}
              - {name: X-Channel, in: header, required: true, schema: {type: string}}
              - {name: Authorization, in: header, schema: {type: string}}
              - $ref: '#/components/parameters/Page'
            requestBody:
              required: true
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Order'}
            responses:
              '201': {description: created}
              '202': {description: taken}
              default: {description: wrong}
          get:
            operationId: listOrders
            responses: {'2XX': {description: all}}
        /files:
          post:
            operationId: upload
            requestBody: {required: true, content: {text/csv: {schema: {type: string}}}}
            responses: {'200': {description: ok}}
          put:
            operationId: elsewhere
            requestBody:
              content: {application/json: {schema: {$ref: 'https://a.test/schema.json'}}}
            responses: {'200': {description: ok}}
      components:
        parameters:
          Page: {name: page, in: query, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}
        schemas:
          Order:
            type: object
            required: [total]
            properties:
              total: {type: number}
              note: {type: string, nullable: true, example: "hello"}
              lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
          Line:
            type: object
            properties:
              parent: {$ref: '#/components/schemas/Order'}
      """;

  private final Api api;
  private String provider;

  ImportApiTests(@Autowired Api api) {
    this.api = api;
  }

  @BeforeEach
  void registerTheProvider() {
    provider =
        api.post(
                "/v1/integrations/providers",
                "{\"key\":\"orders\",\"name\":\"O\",\"baseUrl\":\"https://o.example\"}")
            .at("/providerId");
  }

  @Test
  void takesTheChosenOperations() {
    Answer answer = imported("all", DOCUMENT, "orders/create", "listOrders");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("/version")).isEqualTo("1.4.0");
    assertThat(answer.at("/description")).isEqualTo("Orders API");
    JsonNode create = answer.json().at("/operations/0");
    assertThat(create.path("name").asString()).isEqualTo("OrdersCreate");
    assertThat(create.path("method").asString()).isEqualTo("POST");
    assertThat(create.path("path").asString()).isEqualTo("/shops/{shop-id}/orders");
    assertThat(create.path("query").toString())
        .isEqualTo("{\"dry run\":\"{_dry_run}\",\"page\":\"{page}\"}");
    assertThat(create.path("headers").toString()).isEqualTo("{\"x-channel\":\"{X-Channel}\"}");
    assertThat(create.path("idempotencyHeader").asString()).isEqualTo("idempotency-key");
    assertThat(create.path("requestMapping").asString()).isEqualTo("body");
    assertThat(create.path("success").toString()).isEqualTo("[\"201\",\"202\"]");
    assertThat(answer.at("/operations/1/name")).isEqualTo("ListOrders");
    assertThat(answer.json().at("/operations/1/success").toString()).isEqualTo("[\"200-299\"]");
  }

  @Test
  void makesASchemaThatStandsAlone() {
    Answer answer = imported("schema", DOCUMENT, "orders/create");
    JsonNode schema = answer.json().at("/operations/0/inputSchema");

    assertThat(schema.path("required").toString())
        .isEqualTo("[\"X-Channel\",\"body\",\"shop-id\"]");
    assertThat(schema.at("/properties/body/$ref").asString()).isEqualTo("#/$defs/Order");
    assertThat(schema.at("/properties/page").toString())
        .isEqualTo("{\"type\":\"integer\",\"exclusiveMinimum\":0}");
    assertThat(schema.at("/$defs/Order/properties/note").toString())
        .isEqualTo("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}");
    assertThat(schema.at("/$defs/Line/properties/parent/$ref").asString())
        .isEqualTo("#/$defs/Order");
  }

  @Test
  void readsJsonAsWell() {
    String json =
        """
        {"openapi":"3.1.0","info":{"title":"T","version":"2.0.0"},"paths":{"/a":{"get":
          {"operationId":"getA","responses":{"200":{}}}}}}
        """;

    assertThat(imported("json", json, "getA").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "upload", "elsewhere"})
  void saysWhichOperationItCannotTake(String operation) {
    Answer answer = imported("wrong", DOCUMENT, "listOrders", operation);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("operationIds.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "a: [",
        "just text",
        "swagger: '2.0'\npaths: {}",
        "openapi: 3.0.0\npaths: []",
        "a: &a [1]\nopenapi: 3.0.0\npaths: {x: *a}",
        "openapi: 3.0.0\npaths: !!javax.script.ScriptEngineManager []",
        "openapi: 3.0.0\nopenapi: 3.0.0\npaths: {}"
      })
  void refusesADocumentThatIsNone(String document) {
    Answer answer = imported("none", document, "a");

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("document");
  }

  @Test
  void refusesReferencesInACircle() {
    String document =
        """
        openapi: 3.0.0
        info: {title: T, version: 1.0.0}
        paths:
          /a: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/A'}]}}
        components:
          parameters:
            A: {$ref: '#/components/parameters/B'}
            B: {$ref: '#/components/parameters/A'}
        """;

    assertThat(imported("circle", document, "a").at("/errors/0/message")).contains("circle");
  }

  private Answer imported(String name, String document, String... operations) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("providerId", provider).put("name", name).put("document", document);
    List.of(operations).forEach(body.withArray("operationIds")::add);
    return api.post("/v1/integrations/clients/import", body.toString());
  }
}
