package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.delivery.DeliveryFixture.id;
import static factory.integration.saga.delivery.OutcomeFixture.EXCHANGE;
import static factory.integration.saga.delivery.OutcomeFixture.notMade;
import static factory.integration.saga.delivery.OutcomeFixture.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliveryCommand;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class OutcomeRecorderTests {

  private final RecordedOutcomes deliveries = new RecordedOutcomes();
  private final OutcomeRecorder recorder =
      new OutcomeRecorder(new OutcomeStore(deliveries.commandBus, ReadAhead.NOTHING));

  @Test
  void recordsWhatCameOfACallInTheContextOfItsRequest() {
    recorder.record(due(1, "a"), succeeded());
    recorder.stop();
    recorder.run();

    var command = deliveries.stored.getFirst();
    assertThat(command.getPayload())
        .isEqualTo(new RecordDeliveryOutcome(id(1), 1, new CallOutcome.Succeeded(), EXCHANGE));
    assertThat(command.getMetaData())
        .containsEntry("tenantId", "acme")
        .containsEntry("correlationId", "corr-1");
  }

  @Test
  void cancelsWhatHasNobodyToCall() {
    recorder.record(due(1, "a"), notMade());
    recorder.stop();
    recorder.run();
    assertThat(deliveries.stored.getFirst().getPayload())
        .isEqualTo(new CancelWebhookDelivery(id(1), CancelReason.SUBSCRIPTION_DELETED));
  }

  @Test
  void storesAllThatWaitsTogetherAndInOrder() {
    LongStream.range(0, 450).forEach(i -> recorder.record(due(i, "a"), succeeded()));
    assertThat(recorder.waiting()).isEqualTo(450);
    recorder.stop();
    recorder.run();
    assertThat(stored()).isEqualTo(LongStream.range(0, 450).mapToObj(DeliveryFixture::id).toList());
    assertThat(deliveries.commits).hasValue(3);
    assertThat(recorder.waiting()).isZero();
  }

  @Test
  void keepsOutcomesUntilTheStoreIsBack() throws Exception {
    deliveries.commit = OutcomeRecorderTests::fail;
    Thread thread = Thread.ofVirtual().start(recorder::run);
    recorder.record(due(1, "a"), succeeded());
    recorder.record(due(2, "a"), succeeded());
    await().until(() -> recorder.waiting() == 0);
    recorder.record(due(3, "a"), succeeded());
    await().until(() -> recorder.waiting() == 0);
    assertThat(stored()).isEmpty();

    deliveries.commit = () -> {};
    await().until(() -> stored().size() == 3);
    assertThat(stored()).containsExactly(id(1), id(2), id(3));
    recorder.stop();
    thread.join();
  }

  @Test
  void doesNotStopTheOthersForOneThatCannotBeStored() throws Exception {
    deliveries.handling =
        command -> {
          if (command.deliveryId().equals(id(1))) {
            throw new ConcurrencyException("it never works");
          }
        };
    Thread thread = Thread.ofVirtual().start(recorder::run);
    recorder.record(due(1, "a"), succeeded());
    recorder.record(due(2, "a"), succeeded());
    recorder.record(due(3, "a"), succeeded());
    await().until(() -> stored().size() == 2);

    deliveries.handling = _ -> {};
    await().until(() -> stored().contains(id(1)));
    recorder.stop();
    thread.join();
  }

  @Test
  void storesWhatWaitsBeforeItStops() throws Exception {
    Thread thread = Thread.ofVirtual().start(recorder::run);
    LongStream.range(0, 1_000).forEach(i -> recorder.record(due(i, "a"), succeeded()));
    recorder.stop();
    thread.join();
    assertThat(stored()).hasSize(1_000);
  }

  @Test
  void stopsThoughTheStoreIsAway() throws Exception {
    deliveries.commit = OutcomeRecorderTests::fail;
    Thread thread = Thread.ofVirtual().start(recorder::run);
    recorder.record(due(1, "a"), succeeded());
    recorder.stop();
    thread.join();
    assertThat(stored()).isEmpty();
  }

  private List<DeliveryId> stored() {
    return deliveries.stored.stream()
        .map(command -> ((DeliveryCommand) command.getPayload()).deliveryId())
        .toList();
  }

  private static void fail() {
    throw new StoreUnavailable("the store is away");
  }
}
