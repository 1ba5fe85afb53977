package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.PayloadFormat;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookBodyTests {

  private static final EventId ID = EventId.of("1");
  private static final EventType TYPE = new EventType("orderCreated");
  private static final Instant OCCURRED_AT = Instant.parse("2026-06-11T09:03:02Z");

  /** Spacing, order, number spelling and escapes that a parser would not keep. */
  private static final String DATA = "{ \"b\":1.00, \"a\" : \"\\u00e9é\" }";

  @Test
  void wrapsTheUntouchedDataInTheStandardFormat() {
    assertThat(render(PayloadFormat.STANDARD, Map.of()))
        .isEqualTo(
            "{\"type\":\"orderCreated\",\"timestamp\":\"2026-06-11T09:03:02Z\",\"data\":%s}"
                .formatted(DATA));
  }

  @Test
  void sendsTheDataAloneInTheRawFormat() {
    assertThat(render(PayloadFormat.RAW, Map.of("tenantId", "t1"))).isEqualTo(DATA);
  }

  @Test
  void wrapsTheUntouchedDataInTheCanonicalEnvelope() {
    assertThat(render(PayloadFormat.ENVELOPE, Map.of("tenantId", "t1", "traceId", "trace-1")))
        .isEqualTo(
            "{\"eventId\":\"evt-1\",\"eventType\":\"orderCreated\",\"tenantId\":\"t1\","
                + "\"traceId\":\"trace-1\",\"occurredAt\":\"2026-06-11T09:03:02Z\",\"payload\":"
                + DATA
                + "}");
  }

  @Test
  void escapesWhatCallersPutIntoTheContext() {
    String correlationId = "a\"b\\c\n\u0001\uD83D\uDE00é";
    String json = render(PayloadFormat.ENVELOPE, Map.of("correlationId", correlationId));
    JsonNode envelope = JsonMapper.shared().readTree(json);
    assertThat(envelope.get("correlationId").asString()).isEqualTo(correlationId);
    assertThat(envelope.get("payload").get("a").asString()).isEqualTo("éé");
  }

  private static String render(PayloadFormat format, Map<String, String> context) {
    return WebhookBody.render(format, ID, TYPE, OCCURRED_AT, DATA, context);
  }
}
