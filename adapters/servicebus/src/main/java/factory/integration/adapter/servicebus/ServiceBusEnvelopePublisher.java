package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.saga.publication.BusState;
import factory.integration.saga.publication.EnvelopePublisher;
import factory.integration.saga.publication.OutgoingMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Publishes while it runs: from before the processors start until after they have stopped. */
final class ServiceBusEnvelopePublisher implements EnvelopePublisher, BusState, SmartLifecycle {

  private final Supplier<BusSender> senders;
  private volatile @Nullable BusSender sender;

  /**
   * @param senders a new sender for each start
   */
  ServiceBusEnvelopePublisher(Supplier<BusSender> senders) {
    this.senders = senders;
  }

  @Override
  public CompletableFuture<Void> publish(List<OutgoingMessage> messages) {
    BusSender running = sender;
    if (running == null) {
      return CompletableFuture.failedFuture(
          new PublicationFailed("messages are not published: the publisher does not run", null));
    }
    return messages.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : running.send(List.copyOf(messages));
  }

  @Override
  public boolean isConnected() {
    BusSender running = sender;
    return running != null && running.isConnected();
  }

  /** Connects in the background: the platform works while the bus does not. */
  @Override
  public void start() {
    BusSender started = senders.get();
    sender = started;
    started.connect();
  }

  @Override
  public void stop() {
    BusSender running = sender;
    sender = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return sender != null;
  }

  @Override
  public int getPhase() {
    return EmbeddedBroker.PHASE + 1;
  }
}
