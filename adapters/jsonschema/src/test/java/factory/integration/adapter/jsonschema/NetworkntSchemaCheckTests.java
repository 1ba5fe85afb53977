package factory.integration.adapter.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import factory.integration.api.mapping.JsonSchemaCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetworkntSchemaCheckTests {

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["title"], "additionalProperties": false,
       "properties": {"title": {"type": "string", "minLength": 1},
                      "labels": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}}}}
      """;

  private final JsonSchemaCheck check = new NetworkntSchemaCheck();

  @Test
  void findsNothingWrongWithWhatMeetsTheSchema() {
    assertThat(check.violations(SCHEMA, "{\"title\":\"a\",\"labels\":[\"bug\"]}")).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThat(check.violations(SCHEMA, "{\"title\":\"\",\"labels\":[\"A\"],\"x\":1}"))
        .hasSize(3)
        .anyMatch(sentence -> sentence.contains("/title"))
        .anyMatch(sentence -> sentence.contains("/labels/0"))
        .anyMatch(sentence -> sentence.contains("'x'"));
  }

  @Test
  void tellsAtMostTenViolations() {
    String many = "{\"title\":\"a\",\"labels\":[" + "\"A\",".repeat(50) + "\"A\"]}";

    assertThat(check.violations(SCHEMA, many)).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"title\":}", "{} {}"})
  void findsTextThatIsNoJson(String json) {
    assertThat(check.violations(SCHEMA, json)).singleElement().asString().startsWith("is no JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\"}",
        "true",
        "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"string\"}",
        "{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"type\":\"string\"}",
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"string\"}",
        "{\"$defs\":{\"a\":{\"type\":\"string\"}},\"$ref\":\"#/$defs/a\"}"
      })
  void findsNoFaultInASchema(String schema) {
    assertThat(check.faults(schema)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "5",
        "[]",
        "{\"type\":\"objekt\"}",
        "{\"minLength\":-1}",
        "{\"required\":\"title\"}",
        "{\"$schema\":\"https://example.com/my-schema\"}",
        "{\"$ref\":\"#/$defs/absent\"}",
        "{\"$ref\":\"file:///etc/passwd\"}",
        "{\"$ref\":\"classpath:application.yml\"}",
        "{\"pattern\":\"[\"}"
      })
  void findsTheFaultsOfASchema(String schema) {
    assertThat(check.faults(schema)).isNotEmpty().allMatch(sentence -> sentence.length() < 400);
  }

  @Test
  void refusesToCheckAgainstWhatIsNoSchema() {
    assertThatThrownBy(() -> check.violations("{", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JSON");
  }

  @Test
  void refusesALongSchema() {
    assertThat(check.faults("{\"title\":\"" + "a".repeat(70_000) + "\"}"))
        .singleElement()
        .asString()
        .contains("65536");
  }

  @Test
  void fetchesNothing() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> calls.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";
      assertThat(check.faults("{\"$ref\":\"" + address + "\"}")).isNotEmpty();
      assertThat(check.faults("{\"$schema\":\"" + address + "\"}")).isNotEmpty();
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void knowsNoSchemaOfAnotherUser() {
    check.violations("{\"$id\":\"https://a.test/secret\",\"enum\":[\"secret\"]}", "1");

    assertThat(check.faults("{\"$ref\":\"https://a.test/secret\"}")).isNotEmpty();
  }

  @Test
  void stopsAPatternThatTakesForEver() {
    String text = "\"" + "a".repeat(40) + "!\"";

    assertThat(check.violations("{\"pattern\":\"^(a|aa|(b)\\\\2)+$\"}", text))
        .singleElement()
        .asString()
        .contains("too much work");
  }

  @Test
  void stopsASchemaThatDoublesItself() {
    StringBuilder schema = new StringBuilder("{\"$defs\":{");
    for (int i = 0; i < 40; i++) {
      String next = "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}";
      schema.append("\"d%d\":{\"allOf\":[%s,%s]},".formatted(i, next, next));
    }
    schema.append("\"d40\":{\"type\":\"string\"}},\"$ref\":\"#/$defs/d0\"}");

    assertThat(check.violations(schema.toString(), "\"a\"")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\":\"#\"}",
        "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
        "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}"
      })
  void survivesASchemaThatRefersToItself(String schema) {
    try {
      assertThat(check.violations(schema, "{}")).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("JSON Schema");
    }
  }

  @Test
  void checksNumbersOfAnyLength() {
    String schema = "{\"multipleOf\":0.0001}";

    assertThat(check.violations(schema, "1e300")).isNotNull();
    assertThat(check.violations("{\"maximum\":5}", "9".repeat(900))).isNotEmpty();
  }

  @Test
  void standsInTheContext() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(JsonSchemaAutoConfiguration.class))
        .run(platform -> assertThat(platform).hasSingleBean(JsonSchemaCheck.class));
  }
}
