package factory.integration.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.catalogue.PublishedEventCatalogue;
import factory.integration.api.catalogue.PublishedEventDescription;
import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.InboundQueue;
import factory.integration.api.messaging.Topic;
import factory.integration.gateway.event.PublishField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode DOCUMENT = read(Path.of("..", "docs", "asyncapi.yaml"));

  static List<PublishedEventDescription> facts() {
    return PublishedEventCatalogue.all();
  }

  @Test
  void describesEveryTopicAndQueueAndNoOther() {
    Set<String> addresses =
        Arrays.stream(Topic.values()).map(Topic::address).collect(Collectors.toSet());
    addresses.addAll(List.of(InboundQueue.ADDRESS, InboundQueue.DEAD_LETTERS));
    assertThat(DOCUMENT.path("channels").values())
        .extracting(channel -> channel.path("address").asString())
        .containsExactlyInAnyOrderElementsOf(addresses);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void describesEachFactOnItsTopics(PublishedEventDescription fact) {
    JsonNode message = DOCUMENT.at("/components/messages/" + fact.name());
    assertThat(message.path("x-schema-version").asInt()).isEqualTo(fact.schemaVersion());
    assertThat(message.path("summary").asString()).isEqualTo(fact.description());
    assertThat(schema(fact.name())).isEqualTo(withoutDialect(fact.schema()));
    List<String> topics = new ArrayList<>();
    for (JsonNode channel : DOCUMENT.path("channels")) {
      if (channel.path("messages").has(fact.name())) {
        topics.add(channel.path("address").asString());
      }
    }
    assertThat(topics)
        .containsExactlyInAnyOrderElementsOf(fact.topics().stream().map(Topic::address).toList());
  }

  @Test
  void describesNoFactThatIsNotPublished() {
    assertThat(DOCUMENT.at("/components/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            with(
                facts().stream().map(PublishedEventDescription::name).toList(),
                "PublishEvent",
                "EventEnvelope",
                "RefusedMessage"));
  }

  @Test
  void describesTheEnvelopeAndItsProperties() {
    assertThat(schema("Envelope"))
        .isEqualTo(withoutDialect(PublishedEventCatalogue.envelopeSchema()));
    assertThat(schema("FactProperties").path("properties").propertyNames())
        .containsExactlyInAnyOrder(
            Envelope.EVENT_TYPE_PROPERTY,
            Envelope.TENANT_ID_PROPERTY,
            Envelope.TRACE_ID_PROPERTY,
            Envelope.CORRELATION_ID_PROPERTY,
            Envelope.SCHEMA_VERSION_PROPERTY,
            Envelope.EVENT_ID_PROPERTY);
  }

  @Test
  void describesWhatTheInboundQueueTakes() {
    List<String> body = Arrays.stream(PublishField.values()).map(PublishField::label).toList();
    assertThat(schema("PublishEvent").path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(body);
    Set<String> envelope = with(body, "payload");
    envelope.remove("data");
    Arrays.stream(EnvelopeField.values()).map(EnvelopeField::label).forEach(envelope::add);
    assertThat(schema("EventEnvelope").path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(envelope);
    assertThat(schema("EventProperties").path("properties").propertyNames())
        .containsExactlyInAnyOrder(
            Envelope.TENANT_ID_PROPERTY,
            Envelope.EVENT_TYPE_PROPERTY,
            Envelope.TRACE_ID_PROPERTY,
            Envelope.CORRELATION_ID_PROPERTY,
            "traceparent");
  }

  @Test
  void describesWhyMessagesAreRefused() {
    JsonNode properties = schema("RefusalProperties").path("properties");
    assertThat(properties.propertyNames())
        .containsExactlyInAnyOrder(
            InboundQueue.REASON_PROPERTY,
            InboundQueue.DESCRIPTION_PROPERTY,
            InboundQueue.ORIGINAL_MESSAGE_ID_PROPERTY);
    assertThat(properties.at("/DeadLetterReason/enum").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalReason.values()).map(RefusalReason::label).toList());
  }

  private static JsonNode schema(String name) {
    return DOCUMENT.at("/components/schemas/" + name);
  }

  private static JsonNode withoutDialect(String schema) {
    ObjectNode parsed = (ObjectNode) JSON.readTree(schema);
    parsed.remove("$schema");
    return parsed;
  }

  private static Set<String> with(List<String> names, String... more) {
    Set<String> all = new HashSet<>(names);
    all.addAll(List.of(more));
    return all;
  }

  private static JsonNode read(Path path) {
    try {
      return JSON.valueToTree(new Yaml().load(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
