package factory.integration.saga.delivery;

import factory.integration.api.delivery.DeliveryCommand;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.api.run.RunCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands outcomes to their deliveries and runs: a batch in one append where that is possible. */
final class OutcomeStore {

  private static final Logger log = LoggerFactory.getLogger(OutcomeStore.class);

  private final CommandBus commandBus;
  private final ReadAhead readAhead;

  OutcomeStore(CommandBus commandBus, ReadAhead readAhead) {
    this.commandBus = commandBus;
    this.readAhead = readAhead;
  }

  /** Stores the outcomes in their order; answers those that could not be stored. */
  List<CommandMessage<?>> store(List<CommandMessage<?>> batch) {
    try {
      storeTogether(batch);
      return List.of();
    } catch (StoreUnavailable e) {
      log.debug("outcomes can't be stored at present", e);
      return batch;
    } catch (RuntimeException e) {
      log.info("{} outcomes could not be stored together: {}", batch.size(), e.toString());
      return storeEach(batch);
    }
  }

  private void storeTogether(List<CommandMessage<?>> batch) {
    DefaultUnitOfWork.startAndGet(GenericMessage.asMessage(OutcomeStore.class))
        .execute(
            () -> {
              readAhead.of(() -> deliveries(batch));
              batch.forEach(this::dispatch);
            });
  }

  private static Set<String> deliveries(List<CommandMessage<?>> batch) {
    return batch.stream()
        .map(CommandMessage::getPayload)
        .filter(DeliveryCommand.class::isInstance)
        .map(command -> ((DeliveryCommand) command).deliveryId().value())
        .collect(Collectors.toSet());
  }

  private List<CommandMessage<?>> storeEach(List<CommandMessage<?>> batch) {
    List<CommandMessage<?>> notStored = new ArrayList<>();
    for (CommandMessage<?> command : batch) {
      try {
        dispatch(command);
      } catch (RuntimeException e) {
        log.warn("{} could not be stored: {}", describe(command), e.toString());
        notStored.add(command);
      }
    }
    return notStored;
  }

  private void dispatch(CommandMessage<?> command) {
    commandBus.dispatch(
        command,
        (dispatched, result) -> {
          if (result.isExceptional()) {
            refuseOrThrow(dispatched, result.exceptionResult());
          }
        });
  }

  /** The late outcome of an attempt that is over changes nothing: that is what fencing is for. */
  private static void refuseOrThrow(CommandMessage<?> command, Throwable failure) {
    switch (failure) {
      case CommandRejected rejected ->
          log.debug("{} was refused: {}", command.getCommandName(), rejected.reason());
      case AggregateNotFoundException _ ->
          log.warn("{} is for no known delivery or run", describe(command));
      case RuntimeException unchecked -> throw unchecked;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static String describe(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case DeliveryCommand outcome -> command.getCommandName() + " " + outcome.deliveryId();
      case RunCommand outcome -> command.getCommandName() + " " + outcome.runId();
      default -> command.getCommandName();
    };
  }
}
