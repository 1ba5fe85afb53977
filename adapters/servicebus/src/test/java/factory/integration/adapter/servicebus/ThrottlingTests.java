package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.adapter.servicebus.embedded.BrokerFaults;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import factory.integration.adapter.servicebus.embedded.JmsClient;
import factory.integration.api.messaging.Topic;
import factory.integration.saga.publication.OutgoingMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** A bus that asks for patience, over the wire. */
class ThrottlingTests {

  private static final String TOPIC = Topic.WEBHOOKS.address();
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMillis(500);

  private final AtomicInteger refused = new AtomicInteger();
  private final EmbeddedBroker broker;
  private final BusSender sender;
  private volatile @Nullable ActiveMQException refusal;

  ThrottlingTests(@TempDir Path data) {
    broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    broker.start();
    BrokerFaults.refuse(broker, this::refusal);
    BusConnector connector =
        new BusConnector(
            () -> BusTarget.of(broker.access().connectionString(), broker.access().trust()),
            Duration.ofSeconds(10));
    sender =
        new BusSender(
            new LinkOpener(connector, Duration.ofSeconds(10), 50),
            new Backoff(SHORT, LONG, System::nanoTime));
  }

  @AfterEach
  void stop() {
    sender.close();
    broker.stop();
  }

  static Stream<ActiveMQException> reasons() {
    return Stream.of(
        new ActiveMQAddressFullException("the namespace takes no more for now"),
        new ActiveMQException("50009: The request was terminated because the entity is throttled"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void waitsLongBetweenAttemptsAndLosesNothing(ActiveMQException reason) throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      assertThat(published(message(0))).isTrue();
      refusal = reason;
      long start = System.nanoTime();
      for (int attempt = 1; attempt <= 3; attempt++) {
        assertThat(published(message(1))).isFalse();
      }
      assertThat(System.nanoTime() - start)
          .as("as long as it takes to wait before the second and the third")
          .isGreaterThanOrEqualTo(LONG.multipliedBy(2).toNanos());
      assertThat(refused).hasValue(3);
      refusal = null;
      await().until(() -> published(message(1)));
      assertThat(published(message(2))).isTrue();
      for (String type : List.of("0", "1", "2")) {
        assertThat(JmsClient.receive(subscription).getJMSType()).isEqualTo(type);
      }
    }
  }

  private @Nullable ActiveMQException refusal() {
    ActiveMQException reason = refusal;
    if (reason != null) {
      refused.incrementAndGet();
    }
    return reason;
  }

  private boolean published(OutgoingMessage message) {
    CompletableFuture<Void> sent = sender.send(List.of(message));
    return sent.handle((_, failure) -> failure == null).join();
  }

  private static OutgoingMessage message(int number) {
    return new OutgoingMessage(TOPIC, "a", Integer.toString(number), null, Map.of(), new byte[0]);
  }
}
