package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliveryCommand;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class OutcomeStoreTests {

  private final RecordedOutcomes deliveries = new RecordedOutcomes();
  private final Set<String> readAhead = new HashSet<>();
  private final OutcomeStore store =
      new OutcomeStore(deliveries.commandBus, aggregates -> readAhead.addAll(aggregates.get()));

  @Test
  void storesABatchInOneCommitAndInOrder() {
    List<CommandMessage<?>> batch = outcomes(1, 2, 3);
    assertThat(store.store(batch)).isEmpty();
    assertThat(stored()).isEqualTo(payloads(batch));
    assertThat(deliveries.commits).hasValue(1);
    assertThat(readAhead).containsExactlyInAnyOrder(id(1).value(), id(2).value(), id(3).value());
  }

  @Test
  void skipsWhatIsRefusedAndStoresTheRestTogether() {
    deliveries.handling =
        command -> CommandRejected.unless(!command.deliveryId().equals(id(2)), notCurrent());
    List<CommandMessage<?>> batch = outcomes(1, 2, 3);
    assertThat(store.store(batch)).isEmpty();
    assertThat(stored()).isEqualTo(payloads(outcomes(1, 3)));
    assertThat(deliveries.commits).hasValue(1);
  }

  @Test
  void skipsWhatBelongsToNoKnownDelivery() {
    deliveries.handling =
        failFor(2, new AggregateNotFoundException(id(2).value(), "there is none"));
    assertThat(store.store(outcomes(1, 2, 3))).isEmpty();
    assertThat(stored()).isEqualTo(payloads(outcomes(1, 3)));
  }

  @Test
  void storesEachAloneWhenOneCannotBeStored() {
    deliveries.handling = failFor(2, new ConcurrencyException("another node was faster"));
    List<CommandMessage<?>> notStored = store.store(outcomes(1, 2, 3));
    assertThat(payloads(notStored)).isEqualTo(payloads(outcomes(2)));
    assertThat(stored()).isEqualTo(payloads(outcomes(1, 3)));
  }

  @Test
  void triesEachAloneWhenTheCommitFails() {
    deliveries.commit =
        () -> {
          deliveries.commit = () -> {};
          throw new ConcurrencyException("another node was faster");
        };
    assertThat(store.store(outcomes(1, 2))).isEmpty();
    assertThat(stored()).isEqualTo(payloads(outcomes(1, 2)));
    assertThat(deliveries.commits).hasValue(2);
  }

  @Test
  void keepsAllWhileTheStoreIsAway() {
    deliveries.commit =
        () -> {
          throw new StoreUnavailable("the store is away");
        };
    List<CommandMessage<?>> batch = outcomes(1, 2, 3);
    assertThat(store.store(batch)).isEqualTo(batch);
    assertThat(stored()).isEmpty();
  }

  private static Consumer<DeliveryCommand> failFor(long number, RuntimeException failure) {
    return command -> {
      if (command.deliveryId().equals(id(number))) {
        throw failure;
      }
    };
  }

  private static Reason notCurrent() {
    return Reason.ATTEMPT_NOT_CURRENT;
  }

  private List<?> stored() {
    return payloads(deliveries.stored);
  }

  private static List<?> payloads(List<? extends CommandMessage<?>> commands) {
    return commands.stream().map(Message::getPayload).toList();
  }

  private static List<CommandMessage<?>> outcomes(long... numbers) {
    return LongStream.of(numbers)
        .<CommandMessage<?>>mapToObj(
            number ->
                GenericCommandMessage.asCommandMessage(
                    new CancelWebhookDelivery(id(number), CancelReason.REQUESTED)))
        .toList();
  }
}
