package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.dynamicPlan;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static factory.integration.saga.routing.SubscriptionFixture.disabled;
import static factory.integration.saga.routing.SubscriptionFixture.secret;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.saga.SettableClock;
import factory.integration.saga.sourceevent.SourceEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryCallTests {

  private static final Duration OVERLAP = Duration.ofHours(24);

  private final SettableClock clock = new SettableClock();
  private final InMemoryVault vault = new InMemoryVault();
  private final FakeSender sender = new FakeSender();
  private final EventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final SourceEvents sourceEvents = new SourceEvents(eventStore, 1_000_000);

  @BeforeEach
  void keepEventAndSecrets() {
    sourceEvents.remember(
        PublishedDataFixture.accepted(Map.of()), MetaData.from(PublishedDataFixture.context()));
    vault.put(ACME, secret("a", 1), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    vault.put(ACME, secret("a", 2), "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
  }

  @Test
  void callsTheSubscriptionsEndpoint() {
    CallReport report = call(subscription("a", "*")).make(due(7, "a"));

    assertThat(report)
        .isInstanceOfSatisfying(
            CallReport.Made.class,
            made -> {
              assertThat(made.outcome()).isEqualTo(new CallOutcome.Succeeded());
              assertThat(made.exchange().statusCode()).isEqualTo(200);
              assertThat(made.exchange().signedWith()).containsExactly("sec-a:1");
            });
    WebhookRequest request = sender.requests.getFirst();
    assertThat(request.url()).hasToString("https://example.com/hook");
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(request.headers()).containsEntry("x-webhook-delivery", id(7) + "-1");
  }

  @Test
  void reportsWhatTheEndpointAnswered() {
    sender.answer = _ -> FakeSender.answered(410);
    assertThat(call(subscription("a", "*")).make(due(7, "a")))
        .extracting(report -> ((CallReport.Made) report).outcome())
        .isEqualTo(new CallOutcome.Fatal(FailureCategory.GONE, "the endpoint answered 410"));
  }

  @Test
  void callsTheAddressOfADynamicEvent() {
    var plan = dynamicPlan("https://other.example/x", secret("a", 1));
    call().make(due(ACME, 7, 1, plan));
    assertThat(sender.requests.getFirst().url()).hasToString("https://other.example/x");
  }

  @Test
  void callsNobodyWhenTheSubscriptionWasDeleted() {
    expectNotMade(call(), CancelReason.SUBSCRIPTION_DELETED);
  }

  @Test
  void callsNobodyWhenTheSubscriptionIsDisabled() {
    expectNotMade(call(disabled(subscription("a", "*"))), CancelReason.SUBSCRIPTION_DISABLED);
  }

  @Test
  void callsNoOtherTenantsSubscription() {
    DueDelivery foreign = due(new TenantId("other"), 7, 1, (DeliveryPlan) due(7, "a").plan());
    assertThat(call(subscription("a", "*")).make(foreign))
        .isEqualTo(new CallReport.NotMade(CancelReason.SUBSCRIPTION_DELETED));
    assertThat(sender.requests).isEmpty();
  }

  @Test
  void signsWithBothSecretsUntilTheOverlapEnds() {
    SubscriptionView rotated =
        subscription("a", "*")
            .rotated(
                new WebhookSecretRotated(
                    subscription("a").subscriptionId(),
                    secret("a", 2),
                    secret("a", 1),
                    clock.instant().plus(OVERLAP)),
                1,
                clock.instant());
    DeliveryCall call = call(rotated);

    assertThat(signedWith(call)).containsExactly("sec-a:2", "sec-a:1");
    clock.advance(OVERLAP.minusMillis(1));
    assertThat(signedWith(call)).containsExactly("sec-a:2", "sec-a:1");
    clock.advance(Duration.ofMillis(1));
    assertThat(signedWith(call)).containsExactly("sec-a:2");
  }

  @Test
  void failsInsideWhenTheEventIsMissing() {
    DeliveryCall call =
        call(new SourceEvents(eventStore, 1_000_000), new SubscriptionView[] {subscription("a")});
    assertThatThrownBy(() -> call.make(due(7, "a"))).isInstanceOf(IllegalStateException.class);
    assertThat(sender.requests).isEmpty();
  }

  private void expectNotMade(DeliveryCall call, CancelReason reason) {
    assertThat(call.make(due(7, "a"))).isEqualTo(new CallReport.NotMade(reason));
    assertThat(sender.requests).isEmpty();
  }

  private static List<String> signedWith(DeliveryCall call) {
    return ((CallReport.Made) call.make(due(7, "a"))).exchange().signedWith();
  }

  private DeliveryCall call(SubscriptionView... subscriptions) {
    return call(sourceEvents, subscriptions);
  }

  private DeliveryCall call(SourceEvents events, SubscriptionView[] subscriptions) {
    return new DeliveryCall(
        directoryOf(subscriptions),
        events,
        new WebhookComposer(Authenticators.with(vault), clock),
        sender,
        clock);
  }
}
