package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.dynamicPlan;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static factory.integration.saga.routing.SubscriptionFixture.secret;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.saga.SettableClock;
import factory.integration.saga.sourceevent.SourceEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryEngineTests {

  private final SettableClock clock = new SettableClock();
  private final InMemoryVault vault = new InMemoryVault();
  private final FakeSender sender = new FakeSender();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RecordedOutcomes deliveries = new RecordedOutcomes();
  private final OutcomeRecorder recorder =
      new OutcomeRecorder(new OutcomeStore(deliveries.commandBus, ReadAhead.NOTHING));
  private final SourceEvents sourceEvents =
      new SourceEvents(
          EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build(),
          1_000_000);
  private final RunningCalls running = new RunningCalls(clock);
  private volatile boolean mayCall = true;
  private final DeliveryEngine engine =
      new DeliveryEngine(
          new DeliveryLimits(4, 4, 2, 100),
          List.of(
              new DeliveryCall(
                  directoryOf(subscription("a", "*"), subscription("b", "*")),
                  sourceEvents,
                  new WebhookComposer(Authenticators.with(vault), clock),
                  sender,
                  clock)),
          recorder,
          new DeliveryMetrics(registry),
          running,
          () -> mayCall);
  private Thread recording;

  @Test
  void makesNoCallWhenAnotherNodeMayHaveTakenOver() {
    mayCall = false;
    engine.queue().offer(due(1, "a"));
    await().until(() -> engine.queue().inFlight() == 0);
    assertThat(sender.requests).isEmpty();
    mayCall = true;
    engine.queue().resume();
    await().until(() -> sender.requests.size() == 1);
  }

  @BeforeEach
  void start() {
    sourceEvents.remember(
        PublishedDataFixture.accepted(Map.of()), MetaData.from(PublishedDataFixture.context()));
    vault.put(ACME, secret("a", 1), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    engine.queue().admit(Admission.ALL);
    recording = Thread.ofVirtual().start(recorder::run);
  }

  @AfterEach
  void stop() throws Exception {
    recorder.stop();
    recording.join();
  }

  @Test
  void callsAndRecordsWhatCameOfIt() {
    engine.queue().offer(due(1, "a"));
    await().until(() -> deliveries.stored.size() == 1);
    assertThat(deliveries.stored.getFirst().getPayload()).isInstanceOf(RecordDeliveryOutcome.class);
    assertThat(sender.requests).hasSize(1);
    await().until(() -> engine.queue().inFlight() == 0);
    assertThat(attempts("succeeded")).isEqualTo(1);
  }

  @Test
  void tellsWhichCallsAreUnderWay() {
    CountDownLatch answered = new CountDownLatch(1);
    sender.answer = _ -> answerAfter(answered);
    engine.queue().offer(due(1, "a"));
    await().until(() -> sender.requests.size() == 1);
    assertThat(running.startedAt(id(1), 1)).isEqualTo(clock.instant());
    assertThat(running.startedAt(id(1), 2)).isNull();

    answered.countDown();
    await().until(() -> running.startedAt(id(1), 1) == null);
  }

  @Test
  void countsAttemptsByOutcome() {
    sender.answer =
        request -> FakeSender.answered(request.url().getPath().equals("/400") ? 400 : 503);
    engine.queue().offer(due(1, "a"));
    engine.queue().offer(dynamic(2, "https://example.com/400"));
    engine.queue().offer(due(3, "deleted"));
    await().until(() -> deliveries.stored.size() == 3);
    assertThat(attempts("retryable")).isEqualTo(1);
    assertThat(attempts("fatal")).isEqualTo(1);
    assertThat(attempts("notMade")).isEqualTo(1);
    assertThat(registry.get("platform.delivery.call").timer().count()).isEqualTo(2);
  }

  @Test
  void cancelsWhenThereIsNobodyToCall() {
    engine.queue().offer(due(1, "deleted"));
    await().until(() -> deliveries.stored.size() == 1);
    assertThat(deliveries.stored.getFirst().getPayload())
        .isEqualTo(new CancelWebhookDelivery(id(1), CancelReason.SUBSCRIPTION_DELETED));
  }

  @Test
  void neverRecordsAFaultOfItsOwn() {
    engine.queue().offer(due(1, "b"));
    await().until(() -> engine.queue().inFlight() == 0);
    assertThat(sender.requests).isEmpty();

    vault.put(ACME, secret("b", 1), "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    engine.queue().resume();
    await().until(() -> deliveries.stored.size() == 1);
    RecordDeliveryOutcome outcome =
        (RecordDeliveryOutcome) deliveries.stored.getFirst().getPayload();
    assertThat(outcome.attempt()).as("no attempt was spent").isEqualTo(1);
  }

  @Test
  void losesNoPlaceToAnErrorOfTheMachine() {
    sender.answer =
        _ -> {
          throw new StackOverflowError("a very deep answer");
        };
    for (int i = 0; i < 20; i++) {
      engine.queue().offer(due(i, "a"));
    }
    await().until(() -> sender.requests.size() == 20 && engine.queue().inFlight() == 0);
    assertThat(deliveries.stored).isEmpty();
  }

  @Test
  void withdrawsWhatIsCancelledBeforeTheCancellationIsAnswered() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    sender.answer = _ -> answerAfter(release);
    engine.queue().offer(due(1, "a"));
    engine.queue().offer(due(2, "a"));
    engine.queue().offer(due(3, "a"));
    var cancelled = new WebhookDeliveryCancelled(id(3), 1, CancelReason.REQUESTED);
    engine.withdrawCancelled(List.of(new GenericEventMessage<Object>(cancelled)));
    release.countDown();
    await().until(() -> deliveries.stored.size() == 2);
    await().until(() -> engine.queue().inFlight() == 0);
    assertThat(sender.requests).hasSize(2);
  }

  @Test
  void drainsWhatIsUnderWay() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    sender.answer = _ -> answerAfter(release);
    engine.queue().offer(due(1, "a"));
    engine.queue().offer(due(2, "a"));
    engine.queue().offer(due(3, "a"));
    await().until(() -> sender.requests.size() == 2);
    assertThat(engine.drain(Duration.ZERO)).isFalse();
    release.countDown();
    assertThat(engine.drain(Duration.ofMinutes(1))).isTrue();
    assertThat(sender.requests).as("the third starts no more").hasSize(2);
  }

  private static CallResult answerAfter(CountDownLatch release) {
    try {
      if (!release.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the test forgot the call");
      }
      return FakeSender.answered(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private DueDelivery dynamic(long number, String url) {
    return due(ACME, number, 1, dynamicPlan(url, secret("a", 1)));
  }

  private double attempts(String outcome) {
    return registry.get("platform.delivery.attempts").tag("outcome", outcome).counter().count();
  }
}
