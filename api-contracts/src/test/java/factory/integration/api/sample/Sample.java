package factory.integration.api.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON text that was approved; whoever changes what is stored or published changes it too. */
record Sample(String path) {

  /** As Axon's {@code Jackson3Serializer} builds it. */
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  void isWhat(Object value) {
    JsonNode actual = MAPPER.readTree(MAPPER.writeValueAsBytes(value));
    assertThat(text())
        .as("src/test/resources%s should be:%n%s", path, actual.toPrettyString())
        .satisfies(text -> assertThat(MAPPER.readTree(text)).isEqualTo(actual));
  }

  String text() {
    try (InputStream stream = Sample.class.getResourceAsStream(path)) {
      return stream == null ? "null" : new String(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
