package factory.integration.saga.retry;

import static factory.integration.saga.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryEvent;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.RetryWebhookDelivery;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.saga.routing.SubscriptionFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The saga in a configuration of Axon, registered as the platform does it. */
class WebhookDeliveryRetrySagaTests {

  private static final DeliveryId DELIVERY = DeliveryId.of("01jxd3v9k2");
  private static final DeliveryId OTHER = DeliveryId.of("01jxd3v9k3");
  private static final HttpExchange EXCHANGE =
      new HttpExchange(
          "https://example.com/hook",
          PayloadFormat.STANDARD,
          Map.of(),
          503,
          Map.of(),
          null,
          false,
          NOON,
          1,
          null,
          List.of());
  private static final Instant NEXT = NOON.plus(Duration.ofMinutes(5));

  private final StubDeadlineManager deadlines = new StubDeadlineManager(NOON);
  private final InMemorySagaStore sagas = new InMemorySagaStore();
  private final List<Object> commands = new ArrayList<>();
  private final Configuration axon = configuration();

  @BeforeEach
  void start() {
    axon.start();
    axon.commandBus()
        .subscribe(
            RetryWebhookDelivery.class.getName(), command -> commands.add(command.getPayload()));
  }

  @AfterEach
  void shutDown() {
    axon.shutdown();
  }

  @Test
  void asksForTheNextAttemptWhenItIsDue() {
    give(failed(DELIVERY, 1, NEXT));
    assertThat(scheduled()).containsExactly(NEXT);

    advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(commands).isEmpty();
    advance(Duration.ofNanos(1));
    assertThat(commands).containsExactly(new RetryWebhookDelivery(DELIVERY, 2));
    assertThat(sagas.size()).as("the saga has ended").isZero();
  }

  @Test
  void startsAnewAfterEachFailure() {
    give(failed(DELIVERY, 1, NEXT));
    advance(Duration.ofMinutes(5));
    give(failed(DELIVERY, 2, NEXT.plus(Duration.ofHours(1))));
    advance(Duration.ofHours(1));
    assertThat(commands)
        .containsExactly(
            new RetryWebhookDelivery(DELIVERY, 2), new RetryWebhookDelivery(DELIVERY, 3));
  }

  @Test
  void waitsForNothingAfterTheLastAttempt() {
    give(failed(DELIVERY, 8, null));
    assertThat(scheduled()).isEmpty();
    assertThat(sagas.size()).isZero();
  }

  @Test
  void asksForNothingOnceTheDeliveryIsCancelled() {
    give(failed(DELIVERY, 1, NEXT));
    give(failed(OTHER, 1, NEXT));
    give(new WebhookDeliveryCancelled(DELIVERY, 1, CancelReason.REQUESTED));
    assertThat(scheduled()).containsExactly(NEXT);
    assertThat(sagas.size()).isOne();

    advance(Duration.ofMinutes(5));
    assertThat(commands).containsExactly(new RetryWebhookDelivery(OTHER, 2));
  }

  /** An event comes again when its batch was not committed; its deadline may be there already. */
  @Test
  void schedulesOnceForAnEventThatComesTwice() {
    give(failed(DELIVERY, 1, NEXT));
    give(failed(DELIVERY, 1, NEXT));
    assertThat(scheduled()).containsExactly(NEXT);
    advance(Duration.ofMinutes(5));
    assertThat(commands).containsExactly(new RetryWebhookDelivery(DELIVERY, 2));
  }

  private void give(DeliveryEvent event) {
    axon.eventBus().publish(GenericEventMessage.asEventMessage(event));
  }

  private List<Instant> scheduled() {
    return deadlines.getScheduledDeadlines().stream()
        .map(ScheduledDeadlineInfo::getScheduleTime)
        .toList();
  }

  private void advance(Duration duration) {
    deadlines.advanceTimeBy(duration, this::deliver);
  }

  private void deliver(ScopeDescriptor scope, DeadlineMessage<?> deadline) throws Exception {
    for (var target :
        new ConfigurationScopeAwareProvider(axon).provideScopeAwareStream(scope).toList()) {
      if (target.canResolve(scope)) {
        target.send(deadline, scope);
      }
    }
  }

  private Configuration configuration() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureSerializer(_ -> Jackson3Serializer.builder().build());
    configurer.configureEventBus(_ -> SimpleEventBus.builder().build());
    configurer.registerComponent(SagaStore.class, _ -> sagas);
    configurer.registerComponent(DeadlineManager.class, _ -> deadlines);
    configurer.eventProcessing().usingSubscribingEventProcessors();
    new RetryConfiguration().webhookDeliveryRetrySaga().configureModule(configurer);
    return configurer.buildConfiguration();
  }

  private static WebhookDeliveryAttemptFailed failed(
      DeliveryId delivery, int attempt, @Nullable Instant next) {
    return new WebhookDeliveryAttemptFailed(
        delivery,
        new DeliveryPlan(
            EventId.of("01jxd3v9k1"),
            new EventType("orderCreated"),
            SubscriptionFixture.id("a"),
            null,
            null,
            Ordering.NONE,
            null,
            RetryPolicies.STANDARD),
        attempt,
        FailureCategory.SERVER_ERROR,
        "the endpoint answered 503",
        next,
        EXCHANGE);
  }
}
