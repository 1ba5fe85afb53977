package factory.integration.adapter.servicebus.inbound;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import factory.integration.adapter.servicebus.embedded.JmsClient;
import factory.integration.api.messaging.InboundQueue;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** A broker, what listens to it, and somebody who sends. */
final class InboundBus {

  static final Map<String, String> TENANT = Map.of("cs-tenant-id", "default");

  final EmbeddedBroker broker;
  final BusConnector connector;
  final ScriptedIntake intake = new ScriptedIntake();
  final DeadLetterQueue deadLetters;

  InboundBus(Path data) {
    broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    connector =
        new BusConnector(
            () -> BusTarget.of(broker.access().connectionString(), broker.access().trust()),
            Duration.ofSeconds(10));
    deadLetters = new DeadLetterQueue(connector);
  }

  InboundListener listener(int consumers, Refusal refusal) {
    InboundTaker taker = new InboundTaker(intake, refusal);
    return new InboundListener(
        consumers,
        () ->
            new InboundConsumer(
                connector,
                taker,
                intake,
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), System::nanoTime)));
  }

  String send(String body) throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      return client.sendTo(InboundQueue.ADDRESS, body, TENANT);
    }
  }

  /** Whether nothing waits in the queue. */
  boolean isEmpty() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      return client.isEmpty(InboundQueue.ADDRESS);
    }
  }
}
