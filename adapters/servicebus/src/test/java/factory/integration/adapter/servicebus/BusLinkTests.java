package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import factory.integration.api.messaging.Topic;
import factory.integration.saga.publication.OutgoingMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class BusLinkTests {

  private static final String TOPIC = Topic.RUNS.address();
  private static final OutgoingMessage MESSAGE =
      new OutgoingMessage(TOPIC, "a", "IntegrationFailed", null, Map.of(), new byte[0]);

  private final AtomicInteger losses = new AtomicInteger();
  private final EmbeddedBroker broker;
  private final LinkOpener connector;

  BusLinkTests(@TempDir Path data) {
    broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    connector =
        new LinkOpener(
            new BusConnector(
                () -> BusTarget.of(broker.access().connectionString(), broker.access().trust()),
                Duration.ofSeconds(10)),
            Duration.ofSeconds(10),
            10);
  }

  @BeforeEach
  void start() {
    broker.start();
  }

  @AfterEach
  void stop() {
    broker.stop();
  }

  @Test
  void makesAProducerAnewThatTheBusHasClosed() throws JMSException {
    BusLink link = connector.open(losses::incrementAndGet);
    link.send(List.of(MESSAGE));
    MessageProducer first = Objects.requireNonNull(link.producers.get(TOPIC));
    first.close();
    link.send(List.of(MESSAGE));
    assertThat(link.producers.get(TOPIC)).isNotSameAs(first);
    assertThat(link.isLost()).isFalse();
    link.close();
  }

  @Test
  void tellsThatItIsLost() throws JMSException {
    BusLink link = connector.open(losses::incrementAndGet);
    broker.stop();
    Awaitility.await().until(link::isLost);
    assertThat(losses).doesNotHaveValue(0);
    link.close();
  }

  @Test
  void isNotLostWhenItIsClosed() throws JMSException {
    BusLink link = connector.open(losses::incrementAndGet);
    link.close();
    assertThat(losses).hasValue(0);
  }
}
