package factory.integration.saga.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DynamicEndpoint;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.RecordIntegrationFailure;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.DisableWebhookSubscription;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.saga.routing.SubscriptionFixture;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterRecorderTests {

  private static final DeliveryId DELIVERY = DeliveryId.of("01jxd3v9k2");
  private static final SubscriptionId SUBSCRIPTION = SubscriptionFixture.id("a");

  private final List<Object> commands = new ArrayList<>();
  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final DeadLetterRecorder recorder =
      new DeadLetterRecorder(DefaultCommandGateway.builder().commandBus(bus).build());
  private @Nullable RuntimeException refusal;

  @BeforeEach
  void listen() {
    bus.subscribe(
        RecordIntegrationFailure.class.getName(), command -> commands.add(command.getPayload()));
    bus.subscribe(
        DisableWebhookSubscription.class.getName(),
        command -> {
          if (refusal != null) {
            throw refusal;
          }
          return commands.add(command.getPayload());
        });
  }

  @Test
  void recordsWhyADeliveryFailedForGood() {
    recorder.on(exhausted(FailureReason.RETRIES_EXHAUSTED, toSubscription()));
    assertThat(commands).hasSize(1);
    RecordIntegrationFailure failure = (RecordIntegrationFailure) commands.getFirst();
    assertThat(failure.deliveryId()).isEqualTo(DELIVERY);
    assertThat(failure.reason()).isEqualTo(FailureReason.RETRIES_EXHAUSTED);
    assertThat(failure.category()).isEqualTo(FailureCategory.GONE);
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(failure.detail()).isEqualTo("the endpoint answered 410");
  }

  /** The event may come again; the second command then meets the failure that the first made. */
  @Test
  void namesTheFailureAfterTheDelivery() {
    recorder.on(exhausted(FailureReason.RETRIES_EXHAUSTED, toSubscription()));
    recorder.on(exhausted(FailureReason.RETRIES_EXHAUSTED, toSubscription()));
    assertThat(commands)
        .hasSize(2)
        .extracting(command -> ((RecordIntegrationFailure) command).failureId())
        .containsOnly(((RecordIntegrationFailure) commands.getFirst()).failureId());
  }

  @Test
  void disablesASubscriptionWhoseEndpointIsGone() {
    recorder.on(exhausted(FailureReason.ENDPOINT_GONE, toSubscription()));
    assertThat(commands)
        .hasSize(2)
        .endsWith(new DisableWebhookSubscription(SUBSCRIPTION, DisableReason.ENDPOINT_GONE));
  }

  @Test
  void disablesNothingForAnEndpointOfTheEventsOwn() {
    recorder.on(exhausted(FailureReason.ENDPOINT_GONE, toEndpoint()));
    assertThat(commands).hasSize(1).first().isInstanceOf(RecordIntegrationFailure.class);
  }

  @Test
  void toleratesThatTheSubscriptionIsDeletedMeanwhile() {
    refusal = new AggregateNotFoundException(SUBSCRIPTION.value(), "deleted");
    assertThatCode(() -> recorder.on(exhausted(FailureReason.ENDPOINT_GONE, toSubscription())))
        .doesNotThrowAnyException();
  }

  @Test
  void failsWhenItCannotDisableSoThatTheEventComesAgain() {
    refusal = new IllegalStateException("the store is away");
    assertThatThrownBy(() -> recorder.on(exhausted(FailureReason.ENDPOINT_GONE, toSubscription())))
        .hasMessageContaining("the store is away");
  }

  private static WebhookDeliveryExhausted exhausted(FailureReason reason, DeliveryPlan plan) {
    return new WebhookDeliveryExhausted(
        DELIVERY, plan, 3, FailureCategory.GONE, reason, "the endpoint answered 410");
  }

  private static DeliveryPlan toSubscription() {
    return plan(SUBSCRIPTION, null);
  }

  private static DeliveryPlan toEndpoint() {
    return plan(
        null,
        new DynamicEndpoint(
            new EndpointUrl("https://example.com/own"), SubscriptionFixture.secret("a", 1)));
  }

  private static DeliveryPlan plan(
      @Nullable SubscriptionId subscription, @Nullable DynamicEndpoint endpoint) {
    return new DeliveryPlan(
        EventId.of("01jxd3v9k1"),
        new EventType("orderCreated"),
        subscription,
        endpoint,
        null,
        Ordering.NONE,
        null,
        RetryPolicies.STANDARD);
  }
}
