package factory.integration.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchParserTests {

  private static List<PublishRequest> parse(String body) {
    return new BatchParser(3, 60).parse(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"eventType\":\"a\"},{\"eventType\":\"b\"}]",
        "{\"items\":[{\"eventType\":\"a\"},{\"eventType\":\"b\"}]}"
      })
  void readsAListOrItems(String body) {
    assertThat(parse(body))
        .extracting(request -> request.text(PublishField.EVENT_TYPE))
        .containsExactly("a", "b");
  }

  @Test
  void keepsWrongItemsApart() {
    String tooLong = "{\"data\":{\"x\":\"" + "y".repeat(60) + "\"}}";
    List<PublishRequest> requests = parse("[1," + tooLong + ",{\"eventType\":\"a\"}]");
    assertThatThrownBy(requests.get(0)::refuseIfUnusable).hasMessageContaining("object");
    assertThatThrownBy(requests.get(1)::refuseIfUnusable).hasMessageContaining("60 bytes");
    assertThat(requests.get(2).text(PublishField.EVENT_TYPE)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "{}",
        "[]",
        "{\"items\":{}}",
        "{\"items\":[]}",
        "{\"other\":[]}",
        "[{}",
        "[{}] 1"
      })
  void refusesOtherBodies(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(RequestRefused.class);
  }

  @Test
  void refusesTooManyItems() {
    String items = String.join(",", Collections.nCopies(4, "{}"));
    assertThatThrownBy(() -> parse("[" + items + "]")).hasMessageContaining("1 to 3");
  }
}
