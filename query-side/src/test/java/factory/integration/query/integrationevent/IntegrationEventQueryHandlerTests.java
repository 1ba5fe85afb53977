package factory.integration.query.integrationevent;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Samples.DELIVERY;
import static factory.integration.query.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.GetDelivery;
import factory.integration.api.integrationevent.GetIntegrationEvent;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.Feed;
import factory.integration.query.RunSamples;
import factory.integration.query.communication.CommunicationLogs;
import factory.integration.query.communication.InMemoryLogs;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrationEventQueryHandlerTests {

  private static final TenantId TENANT = new TenantId(Feed.TENANT);
  private static final DeliveryId RUNNING = DeliveryId.of("2");

  private final InMemoryAttempts store = new InMemoryAttempts();
  private final EmbeddedEventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final IntegrationEventViews views =
      new IntegrationEventViews(id -> id.workId().equals(RUNNING) ? NOON : null);
  private final IntegrationEventQueryHandler handler =
      new IntegrationEventQueryHandler(
          store,
          views,
          new CommunicationLogs(new InMemoryLogs(), eventStore),
          (_, run) -> new RunSwitches.Position(false, run.equals(RunSamples.RUN)));

  @BeforeEach
  void queueTwo() {
    store.stored.add(queued(1, DELIVERY));
    store.stored.add(queued(2, RUNNING));
  }

  @AfterEach
  void close() {
    eventStore.shutDown();
  }

  @Test
  void tellsQueuedAttemptsFromRunningOnes() {
    assertThat(found(IntegrationEventStatus.QUEUED))
        .extracting("deliveryId")
        .containsOnly(DELIVERY);
    assertThat(found(IntegrationEventStatus.PROCESSING))
        .extracting("deliveryId")
        .containsOnly(RUNNING);
    assertThat(found(null)).hasSize(2);
  }

  @Test
  void answersOneAttemptAndNothingForAnotherNumber() {
    assertThat(handler.handle(new GetIntegrationEvent(TENANT, IntegrationEventId.of(DELIVERY, 1))))
        .hasValueSatisfying(view -> assertThat(view.communicationLogs()).isEmpty());
    assertThat(handler.handle(new GetIntegrationEvent(TENANT, IntegrationEventId.of(DELIVERY, 2))))
        .isEmpty();
  }

  @Test
  void tellsOfOneAttemptWhatWasDecidedAboutItsRun() {
    store.found(3, RunSamples.RUN, RunSamples.plan());
    assertThat(
            handler.handle(
                new GetIntegrationEvent(TENANT, IntegrationEventId.of(RunSamples.RUN, 1))))
        .hasValueSatisfying(
            view -> {
              assertThat(view.runId()).isEqualTo(RunSamples.RUN);
              assertThat(view.resubmitEnabled()).isFalse();
              assertThat(view.forceStop()).isTrue();
            });
  }

  @Test
  void answersADeliveryByItsLatestAttempt() {
    assertThat(handler.handle(new GetDelivery(TENANT, RUNNING)))
        .hasValueSatisfying(view -> assertThat(view.status()).isEqualTo(DeliveryStatus.PROCESSING));
    assertThat(handler.handle(new GetDelivery(TenantId.DEFAULT, RUNNING))).isEmpty();
  }

  @Test
  void refusesLimitsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handler.handle(find(null, 251)))
        .withMessageContaining("limit");
  }

  private List<?> found(@Nullable IntegrationEventStatus status) {
    Page<?> page = handler.handle(find(status, 50));
    return page.items();
  }

  private static FindIntegrationEvents find(@Nullable IntegrationEventStatus status, int limit) {
    return new FindIntegrationEvents(
        TENANT, null, null, null, null, status, false, null, null, null, limit, null);
  }

  private static IntegrationEventDocument queued(long key, DeliveryId delivery) {
    return IntegrationEventDocument.queued(key, Feed.TENANT, delivery, 1, plan(), NOON);
  }
}
