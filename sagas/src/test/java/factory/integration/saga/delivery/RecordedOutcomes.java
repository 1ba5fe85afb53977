package factory.integration.saga.delivery;

import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliveryCommand;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.saga.CommittedWrites;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The deliveries' side of a command bus: keeps what is committed, and fails as a test says. */
final class RecordedOutcomes {

  final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
  final List<CommandMessage<?>> stored = new CopyOnWriteArrayList<>();
  final AtomicInteger commits = new AtomicInteger();

  /** What handling a command meets; throws to refuse it. */
  volatile Consumer<DeliveryCommand> handling = _ -> {};

  /** What a commit meets; throws to roll it back. */
  volatile Runnable commit = () -> {};

  private final CommittedWrites writes = new CommittedWrites();

  RecordedOutcomes() {
    commandBus.subscribe(RecordDeliveryOutcome.class.getName(), this::handle);
    commandBus.subscribe(CancelWebhookDelivery.class.getName(), this::handle);
  }

  private Object handle(CommandMessage<?> command) {
    handling.accept((DeliveryCommand) command.getPayload());
    CurrentUnitOfWork.get()
        .root()
        .getOrComputeResource(
            "commit",
            _ -> {
              CurrentUnitOfWork.get().root().onPrepareCommit(_ -> commit.run());
              CurrentUnitOfWork.get().root().afterCommit(_ -> commits.incrementAndGet());
              return true;
            });
    writes.write(() -> stored.add(command));
    return true;
  }
}
