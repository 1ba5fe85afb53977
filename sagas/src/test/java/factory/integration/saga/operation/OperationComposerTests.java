package factory.integration.saga.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.adapter.jsonata.JsonataAutoConfiguration;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.StatusRange;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.provider.BaseUrl;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class OperationComposerTests {

  private static final BaseUrl BASE = new BaseUrl("https://api.test/v1/");
  private static final AnnotationConfigApplicationContext MAPPINGS = mappings();

  private final JsonMapping mapping = MAPPINGS.getBean(JsonMapping.class);
  private final OperationComposer composer = new OperationComposer(mapping);
  private final AnswerReader answers = new AnswerReader(mapping);

  private static AnnotationConfigApplicationContext mappings() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, Clock::systemUTC);
    context.register(JsonataAutoConfiguration.class);
    context.refresh();
    return context;
  }

  @AfterAll
  static void close() {
    MAPPINGS.close();
  }

  @Test
  void fillsEveryPartOfTheRequest() {
    ComposedRequest request =
        compose(
            "/orders/{order.id}/lines",
            "{\"order\":{\"id\":\"o 1/2\"},\"page\":3,\"trace\":\"t-1\",\"qty\":5}");

    assertThat(request)
        .isEqualTo(
            new ComposedRequest(
                "POST",
                URI.create("https://api.test/v1/orders/o%201%2F2/lines?page=3&fixed=a%26b"),
                Map.of(
                    "content-type", "application/json",
                    "x-trace", "t-1",
                    "idempotency-key", "key-1"),
                "{\"quantity\":5}"));
  }

  @Test
  void leavesOutWhatTheInputLacks() {
    ComposedRequest request = compose("/orders", "{}");

    assertThat(request.url()).hasToString("https://api.test/v1/orders?fixed=a%26b");
    assertThat(request.headers()).doesNotContainKey("x-trace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":\"..\"}", "{\"id\":\".\"}"})
  void refusesAPathThatCannotBeFilled(String input) {
    assertThatThrownBy(() -> compose("/orders/{id}", input)).isInstanceOf(MappingFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\r\\nx: y", "ä", "\\u0000"})
  void refusesAHeaderThatIsNone(String value) {
    assertThatThrownBy(() -> compose("/orders", "{\"trace\":\"" + value + "\"}"))
        .isInstanceOf(MappingFailed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "201, {\"ok\":true}, true, false",
    "200, {\"ok\":true}, false, false",
    "201, {\"ok\":false}, false, false",
    "201, no JSON, false, false",
    "201, , false, false",
    "503, busy, false, true",
    "429, , false, true",
    "404, , false, false"
  })
  void tellsSuccessFromFailure(int status, String body, boolean success, boolean retriable) {
    AnswerReader.ReadAnswer answer = answers.read(operation("/"), status, body);

    assertThat(answer.success()).isEqualTo(success);
    assertThat(answer.retriable()).isEqualTo(retriable);
    assertThat(answer.detail().isEmpty()).isEqualTo(success);
  }

  @Test
  void namesTheResult() {
    String body = "{\"ok\":true,\"number\":482}";

    assertThat(answers.read(operation("/"), 201, body).externalRef()).isEqualTo("482");
    assertThat(answers.result(operation("/"), body)).isEqualTo("{\"n\":482}");
    assertThat(answers.read(operation("/"), 201, "{\"ok\":true}").externalRef()).isNull();
  }

  private ComposedRequest compose(String path, String input) {
    return composer.compose(BASE, operation(path), input, "key-1");
  }

  private static ApiOperation operation(String path) {
    return new ApiOperation(
        "Do",
        "POST",
        path,
        query(),
        Map.of("x-trace", "{trace}"),
        null,
        "{\"quantity\": qty}",
        "{\"n\": number}",
        List.of(StatusRange.of("201")),
        "ok = true",
        "number",
        "idempotency-key",
        15,
        Set.of());
  }

  private static Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("page", "{page}");
    query.put("fixed", "a&b");
    return query;
  }
}
