package factory.integration.saga.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.routing.SubscriptionFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnvelopePublicationTests {

  private static final MetaData CONTEXT =
      MetaData.from(
          Map.of(
              ContextKeys.TENANT_ID, "acme",
              ContextKeys.TRACE_ID, "trace-1",
              ContextKeys.CAUSATION_ID, "m-1"));

  private static final int MAX_BYTES = 1_000;

  private final List<List<OutgoingMessage>> batches = new ArrayList<>();
  private CompletableFuture<Void> acknowledged = CompletableFuture.completedFuture(null);
  private final EnvelopePublication publication =
      new EnvelopePublication(
          messages -> {
            batches.add(List.copyOf(messages));
            return acknowledged;
          },
          new EnvelopeFactory(JsonMapper.shared().writer(), _ -> 7, MAX_BYTES));

  @Test
  void putsTheContextIntoTheEnvelope() {
    publish(stored(1, CONTEXT));
    JsonNode envelope = JsonMapper.shared().readTree(sent().body());
    assertThat(envelope.path("eventId").stringValue()).isEqualTo("evt-id-1");
    assertThat(envelope.path("eventType").stringValue()).isEqualTo("IntegrationFailed");
    assertThat(envelope.path("tenantId").stringValue()).isEqualTo("acme");
    assertThat(envelope.path("traceId").stringValue()).isEqualTo("trace-1");
    assertThat(envelope.path("causationId").stringValue()).isEqualTo("m-1");
    assertThat(envelope.path("occurredAt").stringValue()).isEqualTo("2026-06-11T09:03:02Z");
    assertThat(envelope.has("correlationId")).as("what is not known is left out").isFalse();
    assertThat(envelope.at("/payload/failureId").stringValue()).isEqualTo("fail-01jxd3v9k1");
  }

  @Test
  void mirrorsTheEnvelopeInTheProperties() {
    publish(stored(1, CONTEXT.and(ContextKeys.CORRELATION_ID, "corr-1")));
    assertThat(sent().properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cs-event-type", "IntegrationFailed",
                "cs-tenant-id", "acme",
                "cs-trace-id", "trace-1",
                "cs-correlation-id", "corr-1",
                "cs-schema-version", "7",
                "cs-event-id", "evt-id-1"));
    assertThat(sent().topic()).isEqualTo("factory.integration.runs");
    assertThat(sent().groupId()).isEqualTo("dlv-01jxd3v9k2");
    assertThat(sent().eventType()).isEqualTo("IntegrationFailed");
    assertThat(sent().correlationId()).isEqualTo("corr-1");
  }

  @Test
  void carriesTheTraceWithTheSpanOfThePublication() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    publish(stored(1, CONTEXT.and(ContextKeys.TRACE_ID, "trace-" + trace)));
    assertThat(sent().properties().get("traceparent"))
        .isEqualTo("00-%s-%s-01".formatted(trace, TraceParent.spanOfPublication("evt-id-1")));
  }

  @Test
  void sendsABatchAtOnceAndInItsOrder() {
    publish(stored(1, CONTEXT), stored(2, CONTEXT), stored(3, CONTEXT));
    assertThat(batches).hasSize(1);
    assertThat(batches.getFirst())
        .extracting(message -> message.properties().get("cs-event-id"))
        .containsExactly("evt-id-1", "evt-id-2", "evt-id-3");
  }

  /** The processor then gives the batch again, since its token was not stored. */
  @Test
  void isNotOverUntilTheBusHasAcknowledged() {
    acknowledged = CompletableFuture.failedFuture(new IllegalStateException("the bus is away"));
    assertThatThrownBy(() -> publish(stored(1, CONTEXT))).hasMessageContaining("the bus is away");
  }

  @Test
  void refersToWhatIsTooLong() {
    publish(
        new GenericDomainEventMessage<>(
            "IntegrationFailure",
            "fail-01jxd3v9k1",
            0,
            fact("x".repeat(MAX_BYTES)),
            CONTEXT,
            "id-9",
            Instant.parse("2026-06-11T09:03:02Z")));
    JsonNode envelope = JsonMapper.shared().readTree(sent().body());
    assertThat(envelope.has("payload")).isFalse();
    assertThat(envelope.path("payloadRef").stringValue())
        .isEqualTo("/v1/published-events/evt-id-9/payload?source=fail-01jxd3v9k1&sequence=0");
    assertThat(envelope.path("eventId").stringValue()).isEqualTo("evt-id-9");
    assertThat(sent().properties()).containsEntry("cs-event-id", "evt-id-9");
  }

  private OutgoingMessage sent() {
    return batches.getLast().getLast();
  }

  private void publish(EventMessage<?>... facts) {
    DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("batch"));
    batch.execute(
        () -> {
          for (EventMessage<?> fact : facts) {
            publication.on((IntegrationFailed) fact.getPayload(), fact, batch);
          }
          assertThat(batches).as("nothing is sent before the batch is complete").isEmpty();
        });
  }

  private static EventMessage<?> stored(int number, MetaData context) {
    return new GenericEventMessage<>(
        "id-" + number,
        fact("the endpoint answered 503"),
        context,
        Instant.parse("2026-06-11T09:03:02Z"));
  }

  private static IntegrationFailed fact(String detail) {
    return new IntegrationFailed(
        FailureId.of("01jxd3v9k1"),
        FailureSource.DELIVERY,
        DeliveryId.of("01jxd3v9k2"),
        new DeliveryPlan(
            EventId.of("01jxd3v9k3"),
            new EventType("orderCreated"),
            SubscriptionFixture.id("a"),
            null,
            null,
            Ordering.NONE,
            null,
            RetryPolicies.STANDARD),
        3,
        FailureCategory.SERVER_ERROR,
        FailureReason.RETRIES_EXHAUSTED,
        detail);
  }
}
