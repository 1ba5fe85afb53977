package factory.integration.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.operation.ComposedRequest;
import org.junit.jupiter.api.Test;

class GenericJsonTests {

  private final Entry json = new Entry("generic-json");

  @Test
  void hasTheOperationsThatItNames() {
    assertThat(json.operations()).isEqualTo(json.capabilities());
  }

  @Test
  void createsAnEntryOnce() {
    String input = "{\"resource\":\"orders\",\"body\":{\"total\":5}}";
    assertThat(json.violations("CreateEntry", input)).isEmpty();

    ComposedRequest request = json.request("CreateEntry", input);
    assertThat(request.url()).hasToString("https://api.example.com/orders");
    assertThat(request.headers()).containsEntry("idempotency-key", "key-1");
    assertThat(request.body()).isEqualTo("{\"total\":5}");
    assertThat(json.answer("CreateEntry", 201, "{\"id\":7}").externalRef()).isEqualTo("7");
  }

  @Test
  void getsAnEntryWithoutABody() {
    ComposedRequest request = json.request("GetEntry", "{\"resource\":\"orders\",\"id\":\"a b\"}");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.url()).hasToString("https://api.example.com/orders/a%20b");
    assertThat(request.body()).isNull();
    assertThat(request.headers()).doesNotContainKey("content-type");
  }

  @Test
  void takesAnAnswerWithoutABody() {
    var answer = json.answer("DeleteEntry", 204, "");

    assertThat(answer.success()).isTrue();
    assertThat(answer.externalRef()).isNull();
  }
}
