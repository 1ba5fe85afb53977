package factory.integration.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.Routing;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import factory.integration.gateway.intake.IntakeOutcome.Failed;
import factory.integration.gateway.intake.IntakeOutcome.Refused;
import factory.integration.gateway.intake.IntakeOutcome.Taken;
import factory.integration.gateway.intake.IntakeOutcome.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class EventIntakeTests {

  private static final Map<String, String> PROPERTIES = Map.of("cs-tenant-id", "default");
  private static final String ENVELOPE =
      """
      {"eventId":"evt-7","eventType":"orderCreated","tenantId":"default","projectId":"proj-a",
       "moduleId":"module-b","traceId":"trace-9f1c2b7d","correlationId":"corr-3a","causationId":"evt-6",
       "occurredAt":"2026-06-11T09:03:02Z","payload":{"id":1.50}%s}\
      """;

  @Autowired EventIntake intake;
  @Autowired MemoryEvents events;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                      | Broadcast
          ,"ownerId":"customer-1"                                                 | FanOut
          ,"url":"https://a.example","secret":"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  | Dynamic
          """)
  void takesEachShapeInABodyOfTheApiAndInAnEnvelope(String more, String routing) {
    String id = "shape-" + routing;
    assertThat(take(id, "{\"eventType\":\"orderCreated\",\"data\":{\"id\":1.50}" + more + "}"))
        .isInstanceOf(Taken.class);
    assertThat(routing(events.last().command().routing())).isEqualTo(routing);
    String envelope = ENVELOPE.formatted(more).replace("evt-7", "evt-" + id);
    assertThat(take("e-" + id, envelope)).isInstanceOf(Taken.class);
    assertThat(routing(events.last().command().routing())).isEqualTo(routing);
    assertThat(events.last().command().data()).isEqualTo("{\"id\":1.50}");
  }

  @Test
  void keepsTheContextOfAnEnvelope() {
    take("m-context", ENVELOPE.formatted("").replace("evt-7", "evt-context"));
    assertThat(events.last().context())
        .containsEntry(ContextKeys.TENANT_ID, "default")
        .containsEntry(ContextKeys.PROJECT_ID, "proj-a")
        .containsEntry(ContextKeys.MODULE_ID, "module-b")
        .containsEntry(ContextKeys.TRACE_ID, "trace-9f1c2b7d")
        .containsEntry(ContextKeys.CORRELATION_ID, "corr-3a")
        .containsEntry(ContextKeys.ACTOR, "bus");
    assertThat(events.last().command().occurredAt()).hasToString("2026-06-11T09:03:02Z");
    assertThat(events.lastCause()).isEqualTo("evt-context");
  }

  @Test
  void takesTheContextOfTheMessageWhereTheBodyHasNone() {
    Map<String, String> properties =
        Map.of(
            "cs-tenant-id", "default", "cs-trace-id", "trace-1", "cs-event-type", "order.created");
    intake.take(new IncomingMessage("m-properties", "corr-jms", properties, bytes(body(1))));
    assertThat(events.last().context())
        .containsEntry(ContextKeys.TRACE_ID, "trace-1")
        .containsEntry(ContextKeys.CORRELATION_ID, "corr-jms");
    assertThat(events.lastCause()).isEqualTo("m-properties");
  }

  @Test
  void knowsAMessageThatComesAgain() {
    assertThat(((Taken) take("m-again", body(2))).duplicate()).isFalse();
    assertThat(((Taken) take("m-again", body(2))).duplicate()).isTrue();
    assertThat(events.last().command().idempotencyKey()).isEqualTo("msg:m-again");
  }

  @Test
  void knowsAnEventByItsKeyOrEnvelopeWhateverTheMessage() {
    String keyed = "{\"eventType\":\"a\",\"data\":{},\"idempotencyKey\":\"k-intake\"}";
    assertThat(((Taken) take("m-1", keyed)).duplicate()).isFalse();
    assertThat(((Taken) take("m-2", keyed)).duplicate()).isTrue();
    String envelope = ENVELOPE.formatted("").replace("evt-7", "evt-key");
    assertThat(((Taken) take("m-3", envelope)).duplicate()).isFalse();
    assertThat(((Taken) take("m-4", envelope)).duplicate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                                          | Unreadable
          []                                                                | Unreadable
          {"eventType":"a","data":[]}                                       | Unreadable
          {"data":{}}                                                       | Invalid
          {"eventType":"a","data":{},"nope":1}                              | Invalid
          {"eventType":"a","data":{},"endpointId":"sub-unknown"}            | Invalid
          {"eventType":"a","tenantId":"default","payload":{}}               | EnvelopeIncomplete
          {"eventType":"a","eventId":"evt-1","payload":{}}                  | EnvelopeIncomplete
          {"eventId":"evt-1","eventType":"a","tenantId":"b","payload":{}}   | TenantMismatch
          {"eventId":"e","eventType":"a","tenantId":7,"payload":{}}         | EnvelopeIncomplete
          {"eventId":"e","eventType":"a","tenantId":"default","payload":{},"data":{}} | Invalid
          """)
  void refusesWhatCanNotBeUnderstood(String body, String reason) {
    int before = events.published().size();
    assertThat(take("m-bad", body))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    assertThat(events.published()).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "other, , TenantNotAllowed",
    "a b, , Invalid",
    ", , TenantMissing",
    "default, orderDeleted, EventTypeMismatch"
  })
  void refusesAMessageWhosePropertiesContradictIt(String tenant, String type, String reason) {
    Map<String, String> properties =
        tenant == null
            ? Map.of()
            : type == null
                ? Map.of("cs-tenant-id", tenant)
                : Map.of("cs-tenant-id", tenant, "cs-event-type", type);
    assertThat(intake.take(new IncomingMessage("m", null, properties, bytes(body(3)))))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @Test
  void refusesAKeyThatComesWithAnotherBody() {
    take("m-conflict", body(4));
    assertThat(take("m-conflict", body(5)))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo("IdempotencyKeyReused"));
  }

  @Test
  void refusesABodyThatIsTooLong() {
    assertThat(take("m-long", "{\"data\":\"" + "x".repeat(262_144) + "\"}"))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo("TooLarge"));
  }

  @Test
  void tellsWhatMayBeTakenLaterFromWhatFailed() {
    events.storeIsDownOnce();
    assertThat(take("m-down", body(6))).isInstanceOf(Unavailable.class);
    events.failOnce(new IllegalStateException("a fault"));
    assertThat(take("m-down", body(6))).isInstanceOf(Failed.class);
    assertThat(((Taken) take("m-down", body(6))).duplicate()).isFalse();
  }

  private IntakeOutcome take(String messageId, String body) {
    return intake.take(new IncomingMessage(messageId, null, PROPERTIES, bytes(body)));
  }

  private static String routing(Routing routing) {
    return routing.getClass().getSimpleName();
  }

  private static String body(int id) {
    return "{\"eventType\":\"orderCreated\",\"data\":{\"id\":" + id + "}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
