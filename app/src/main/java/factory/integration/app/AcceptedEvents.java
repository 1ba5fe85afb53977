package factory.integration.app;

import factory.integration.api.sourceevent.EventAccepted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitorCallback;
import org.jspecify.annotations.Nullable;

/** Counts the events that this node has accepted, once they are stored. */
final class AcceptedEvents implements MessageMonitor<Message<?>> {

  private final MonitorCallback counting;

  AcceptedEvents(MeterRegistry registry) {
    Counter accepted =
        Counter.builder("platform.events.accepted")
            .description("events that were stored and answered with 202")
            .register(registry);
    this.counting = new Stored(accepted);
  }

  @Override
  public MonitorCallback onMessageIngested(Message<?> message) {
    return EventAccepted.class.equals(message.getPayloadType())
        ? counting
        : NoOpMessageMonitorCallback.INSTANCE;
  }

  private record Stored(Counter accepted) implements MonitorCallback {

    @Override
    public void reportSuccess() {
      accepted.increment();
    }

    @Override
    public void reportFailure(@Nullable Throwable cause) {}

    @Override
    public void reportIgnored() {}
  }
}
