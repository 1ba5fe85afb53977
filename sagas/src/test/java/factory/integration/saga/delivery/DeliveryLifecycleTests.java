package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static factory.integration.saga.routing.SubscriptionFixture.secret;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.saga.SettableClock;
import factory.integration.saga.sourceevent.SourceEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryLifecycleTests {

  private static final String NODE = "node-1/1";

  private final SettableClock clock = new SettableClock();
  private final InMemoryVault vault = new InMemoryVault();
  private final FakeSender sender = new FakeSender();
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final RecordedOutcomes deliveries = new RecordedOutcomes();
  private final CatchUp catchUp = new CatchUp(() -> 0, _ -> true);
  private final OutcomeRecorder recorder =
      new OutcomeRecorder(new OutcomeStore(deliveries.commandBus, ReadAhead.NOTHING));
  private final SourceEvents sourceEvents =
      new SourceEvents(
          EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build(),
          1_000_000);
  private final DeliveryEngine engine =
      new DeliveryEngine(
          new DeliveryLimits(4, 4, 4, 4),
          List.of(
              new DeliveryCall(
                  directoryOf(subscription("a", "*")),
                  sourceEvents,
                  new WebhookComposer(Authenticators.with(vault), clock),
                  sender,
                  clock)),
          recorder,
          new DeliveryMetrics(new SimpleMeterRegistry()),
          new RunningCalls(clock),
          () -> true);

  @BeforeEach
  void keepEventAndSecret() {
    sourceEvents.remember(
        PublishedDataFixture.accepted(Map.of()), MetaData.from(PublishedDataFixture.context()));
    vault.put(ACME, secret("a", 1), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  @Test
  void deliversWhileItRuns() {
    DeliveryLifecycle lifecycle = lifecycle(Duration.ofMinutes(1));
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    lifecycle.start();
    assertThat(lifecycle.isRunning()).isTrue();
    await().until(() -> deliveries.stored.size() == 1);
    lifecycle.stop();
    assertThat(lifecycle.isRunning()).isFalse();
  }

  @Test
  void letsCallsEndAndStoresTheirOutcomesBeforeItStops() throws Exception {
    DeliveryLifecycle lifecycle = lifecycle(Duration.ofMinutes(1));
    CountDownLatch release = hangingCall(lifecycle);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(lifecycle::stop);
    assertThat(dueWork.leaseOf(NODE)).as("kept while calls go on").isAfter(clock.instant());
    release.countDown();
    stopped.get();
    assertThat(deliveries.stored).hasSize(1);
    assertThat(dueWork.leaseOf(NODE)).as("given back").isEqualTo(clock.instant());
  }

  @Test
  void givesBackWhatDoesNotEndInTime() {
    DeliveryLifecycle lifecycle = lifecycle(Duration.ZERO);
    CountDownLatch release = hangingCall(lifecycle);
    lifecycle.stop();
    assertThat(deliveries.stored).isEmpty();
    assertThat(dueWork.ownerOf(id(1))).isEqualTo(NODE);
    assertThat(dueWork.leaseOf(NODE)).isEqualTo(clock.instant());
    release.countDown();
  }

  private CountDownLatch hangingCall(DeliveryLifecycle lifecycle) {
    CountDownLatch release = new CountDownLatch(1);
    sender.answer =
        _ -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return FakeSender.answered(200);
        };
    dueWork.save(OwnedWork.NOBODY, due(1, "a"));
    lifecycle.start();
    await().until(() -> sender.requests.size() == 1);
    return release;
  }

  private DeliveryLifecycle lifecycle(Duration grace) {
    OwnedWork work = new OwnedWork(dueWork, new NodeId("node-1"), Duration.ofSeconds(5), clock);
    BatchBarrier barrier = new BatchBarrier();
    DeliveryTurn turn =
        new DeliveryTurn(work, catchUp, engine.queue(), barrier, List.of(directoryOf()));
    turn.begin();
    return new DeliveryLifecycle(
        engine, recorder, new DeliverySweeper(work, engine.queue(), barrier, catchUp, turn), grace);
  }
}
