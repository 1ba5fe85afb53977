package factory.integration.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EventsDocumentTests {

  private static final String DOCUMENT = read(Path.of("..", "docs", "events.md"));

  static List<EventTypeDescription> types() {
    return EventCatalogue.all();
  }

  static List<PublishedEventDescription> facts() {
    return PublishedEventCatalogue.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void describesTheTypeInItsGroup(EventTypeDescription type) {
    assertThat(DOCUMENT.split("### " + type.group() + "\n", 2)[1].split("\n#", 2)[0])
        .contains("| `%s` | `%s` | %s |".formatted(type.name(), type.alias(), type.description()));
  }

  @Test
  void describesNoTypeThatIsNotThere() {
    assertThat(Pattern.compile("\\| `(\\w+)` \\| `\\w+\\.\\w+` \\|").matcher(DOCUMENT).results())
        .hasSize(types().size());
  }

  @ParameterizedTest
  @MethodSource("facts")
  void describesThePublishedFact(PublishedEventDescription fact) {
    assertThat(DOCUMENT)
        .contains(
            "| `%s` | %s | %d | %s |"
                .formatted(
                    fact.name(),
                    fact.topics().stream()
                        .map(topic -> "`" + topic.address() + "`")
                        .collect(Collectors.joining(", ")),
                    fact.schemaVersion(),
                    fact.description()));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void namesEveryFieldOfThePayload(PublishedEventDescription fact) {
    String paragraph = DOCUMENT.split("\n`" + fact.name() + "`: ", 2)[1].split("\n\n", 2)[0];

    assertThat(JsonMapper.shared().readTree(fact.schema()).get("properties").propertyNames())
        .allSatisfy(field -> assertThat(paragraph).contains("`" + field + "`"));
  }

  @Test
  void showsAnEnvelopeThatMeetsTheSchemas() {
    String envelope = DOCUMENT.split("### Envelope", 2)[1].split("```json\n|```\n", 3)[1];
    String payload = JsonMapper.shared().readTree(envelope).get("payload").toString();
    String schema = PublishedEventCatalogue.find("WebhookDelivered").orElseThrow().schema();

    assertThat(SchemaCheck.errors(PublishedEventCatalogue.envelopeSchema(), envelope)).isEmpty();
    assertThat(SchemaCheck.errors(schema, payload)).isEmpty();
  }

  @Test
  void namesEveryApplicationProperty() {
    assertThat(
            List.of(
                Envelope.EVENT_TYPE_PROPERTY,
                Envelope.TENANT_ID_PROPERTY,
                Envelope.TRACE_ID_PROPERTY,
                Envelope.CORRELATION_ID_PROPERTY,
                Envelope.SCHEMA_VERSION_PROPERTY,
                Envelope.EVENT_ID_PROPERTY))
        .allSatisfy(property -> assertThat(DOCUMENT).contains("| `" + property + "` |"));
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
