package factory.integration.api.sample;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.catalogue.PublishedEventCatalogue;
import factory.integration.api.catalogue.PublishedEventDescription;
import factory.integration.api.catalogue.SchemaCheck;
import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedEventSamplesTests {

  private static final Map<String, Object> EVENTS = EventFixture.all();

  static Stream<String> names() {
    return EVENTS.keySet().stream().filter(name -> EVENTS.get(name) instanceof PublishedEvent);
  }

  @ParameterizedTest
  @MethodSource("names")
  void publishesAsApproved(String name) {
    sample(name).isWhat(envelope((PublishedEvent) EVENTS.get(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void publishesWhatTheSchemasSay(String name) {
    PublishedEvent event = (PublishedEvent) EVENTS.get(name);
    String envelope = sample(name).text();
    String payload = Sample.MAPPER.readTree(envelope).get("payload").toString();

    assertThat(SchemaCheck.errors(PublishedEventCatalogue.envelopeSchema(), envelope)).isEmpty();
    assertThat(SchemaCheck.errors(description(event).schema(), payload)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void publishesWhereTheCatalogueSays(String name) {
    PublishedEvent event = (PublishedEvent) EVENTS.get(name);

    assertThat(description(event).topics()).contains(event.topic());
  }

  @ParameterizedTest
  @MethodSource("names")
  void publishesNoReferenceToASecret(String name) {
    assertThat(sample(name).text()).doesNotContain("sec-");
  }

  @Test
  void hasASampleOfEveryPublishedEvent() {
    Set<Class<?>> sampled =
        names().map(name -> EVENTS.get(name).getClass()).collect(Collectors.toSet());

    assertThat(EventRecords.published()).isNotEmpty().allMatch(sampled::contains);
  }

  private static PublishedEventDescription description(PublishedEvent event) {
    return PublishedEventCatalogue.find(event.publishedAs()).orElseThrow();
  }

  private static Envelope envelope(PublishedEvent event) {
    return new Envelope(
        "evt-01jxk3v7a8t3y9d5g1s7v4m0pk",
        event.publishedAs(),
        TenantId.DEFAULT,
        "proj-booking",
        null,
        "trace-4bf92f3577b34da6a3ce929d0e0e4736",
        "corr-01jxk3v7a8r6b2n8f4h0x5c1we",
        "evt-01jxk3v7a8q4m0c9t2d6w1r5zb",
        Instant.parse("2026-06-11T12:00:00.250Z"),
        event.publishedPayload(),
        null);
  }

  private static Sample sample(String name) {
    return new Sample("/samples/published/" + name + ".json");
  }
}
