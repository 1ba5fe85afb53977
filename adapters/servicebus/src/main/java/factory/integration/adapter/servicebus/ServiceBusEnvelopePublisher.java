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

  private final Supplier<BusLinks> connections;
  private volatile @Nullable BusLinks links;

  /**
   * @param connections new ones for each start
   */
  ServiceBusEnvelopePublisher(Supplier<BusLinks> connections) {
    this.connections = connections;
  }

  @Override
  public CompletableFuture<Void> publish(List<OutgoingMessage> messages) {
    BusLinks running = links;
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
    BusLinks running = links;
    return running != null && running.isConnected();
  }

  /** Connects in the background: the platform works while the bus does not. */
  @Override
  public void start() {
    BusLinks started = connections.get();
    links = started;
    started.connect();
  }

  @Override
  public void stop() {
    BusLinks running = links;
    links = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return links != null;
  }

  @Override
  public int getPhase() {
    return EmbeddedBroker.PHASE + 1;
  }
}
