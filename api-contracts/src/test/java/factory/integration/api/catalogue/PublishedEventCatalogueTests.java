package factory.integration.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.messaging.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishedEventCatalogueTests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static List<PublishedEventDescription> facts() {
    return PublishedEventCatalogue.all();
  }

  @Test
  void listsThePublishedFactsAndTheirTopics() {
    assertThat(facts())
        .extracting(PublishedEventDescription::name, PublishedEventDescription::topics)
        .containsExactly(
            tuple("IntegrationProviderRegistered", List.of(Topic.PROVIDERS)),
            tuple("ExternalApiClientRegistered", List.of(Topic.PROVIDERS)),
            tuple("IntegrationConnectionEstablished", List.of(Topic.CONNECTIONS)),
            tuple("IntegrationConnectionHealthChanged", List.of(Topic.CONNECTIONS)),
            tuple("IntegrationConnectionRetired", List.of(Topic.CONNECTIONS)),
            tuple("WebhookSubscribed", List.of(Topic.WEBHOOKS)),
            tuple("WebhookDelivered", List.of(Topic.WEBHOOKS)),
            tuple("IntegrationRunCompleted", List.of(Topic.RUNS)),
            tuple("IntegrationFailed", List.of(Topic.RUNS, Topic.CREDENTIALS)),
            tuple("CredentialRotated", List.of(Topic.CREDENTIALS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WebhookSubscribed", "WebhookDelivered", "IntegrationFailed", "CredentialRotated"})
  void tellsTheSchemaVersion(String name) {
    assertThat(PublishedEventCatalogue.schemaVersionOf(name)).isEqualTo(1);
  }

  @Test
  void refusesToTellTheVersionOfWhatIsNotPublished() {
    assertThatThrownBy(() -> PublishedEventCatalogue.schemaVersionOf("EventAccepted"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EventAccepted");
  }

  @ParameterizedTest
  @MethodSource("facts")
  void givesASchemaThatIsOne(PublishedEventDescription fact) {
    assertThat(SchemaCheck.errorsOfSchema(fact.schema())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void refusesAnEmptyPayload(PublishedEventDescription fact) {
    assertThat(SchemaCheck.errors(fact.schema(), "{}")).isNotEmpty();
  }

  @Test
  void givesASchemaOfTheEnvelope() {
    String schema = PublishedEventCatalogue.envelopeSchema();

    assertThat(SchemaCheck.errorsOfSchema(schema)).isEmpty();
    assertThat(SchemaCheck.errors(schema, envelope("2026-06-11T09:03:02Z"))).isEmpty();
    assertThat(SchemaCheck.errors(schema, envelope("2026-06-11T09:03:02+02:00"))).isNotEmpty();
    assertThat(SchemaCheck.errors(schema, envelope("yesterday"))).isNotEmpty();
  }

  @Test
  void knowsEveryLabelThatAFailureCanBear() {
    JsonNode fields =
        MAPPER
            .readTree(PublishedEventCatalogue.find("IntegrationFailed").orElseThrow().schema())
            .get("properties");

    assertThat(values(fields, "category"))
        .isEqualTo(labels(FailureCategory.values(), FailureCategory::label));
    assertThat(values(fields, "reason"))
        .isEqualTo(labels(FailureReason.values(), FailureReason::label));
    assertThat(values(fields, "source"))
        .isEqualTo(labels(FailureSource.values(), FailureSource::label));
  }

  private static List<String> values(JsonNode fields, String field) {
    return StreamSupport.stream(fields.get(field).get("enum").spliterator(), false)
        .map(JsonNode::stringValue)
        .toList();
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private static String envelope(String occurredAt) {
    return """
    {"eventId": "evt-3a6e1d40-2e44-4c1a-9b6d-0f2a8c3d5e10",
     "eventType": "IntegrationRunCompleted",
     "tenantId": "connectsoft",
     "projectId": "proj-booking-saas",
     "moduleId": "module-github-integration",
     "traceId": "trace-9f1c2b7d",
     "correlationId": "corr-3a6e1d40",
     "causationId": "evt-run-requested",
     "occurredAt": "%s",
     "payload": {"runId": "run-3a6e1d40"}}
    """
        .formatted(occurredAt);
  }
}
