package factory.integration.samples.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FactConsumerTests {

  private static final String TOPIC = "factory.integration.runs";
  private static final String FAILED = "IntegrationFailed";
  private static final Subscription SUBSCRIPTION =
      new Subscription(TOPIC, "governance", Set.of(FAILED, "IntegrationRunCompleted"));

  private final Path data;
  private final EmbeddedBroker broker;
  private final HandledEvents handled;
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final List<FactConsumer> running = new ArrayList<>();

  FactConsumerTests(@TempDir Path data) {
    this.data = data;
    this.handled = new HandledEventsFile(data.resolve("handled"));
    this.broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
  }

  @BeforeEach
  void start() {
    broker.start();
  }

  @AfterEach
  void stop() {
    running.forEach(FactConsumer::close);
    await().until(() -> running.stream().noneMatch(FactConsumer::isListening));
    broker.stop();
  }

  @Test
  void handlesSelectedFactsOnceHoweverOftenTheyCome() throws Exception {
    listen(fact -> seen.add(fact.eventId()));
    publish(FAILED, "evt-1");
    publish("SomethingElse", "evt-2");
    publish(FAILED, "evt-1");
    publish("IntegrationRunCompleted", "evt-3");
    await().until(() -> seen.contains("evt-3"));
    assertThat(seen).containsExactly("evt-1", "evt-3");
  }

  @Test
  void sharesTheWorkAmongInstancesOfAContext() throws Exception {
    listen(fact -> seen.add(fact.eventId()));
    listen(fact -> seen.add(fact.eventId()));
    for (int i = 0; i < 20; i++) {
      publish(FAILED, "evt-" + i);
    }
    await().until(() -> seen.size() >= 20);
    assertThat(seen).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void getsWhatHappenedWhileItWasAway() throws Exception {
    FactConsumer first = listen(fact -> seen.add(fact.eventId()));
    first.close();
    await().until(() -> !first.isListening());
    publish(FAILED, "evt-away");
    listen(fact -> seen.add(fact.eventId()));
    await().until(() -> seen.contains("evt-away"));
  }

  @Test
  void comesBackByItselfWhenTheBusDoes() throws Exception {
    FactConsumer consumer = listen(fact -> seen.add(fact.eventId()));
    broker.stop();
    await().until(() -> !consumer.isListening());
    broker.start();
    publish(FAILED, "evt-later");
    await().until(() -> seen.contains("evt-later"));
  }

  @Test
  void getsAFactAgainThatItsHandlerFailedOver() throws Exception {
    listen(
        fact -> {
          seen.add(fact.eventId());
          if (seen.size() == 1) {
            throw new IllegalStateException("the first time");
          }
        });
    publish(FAILED, "evt-1");
    await().until(() -> seen.size() == 2);
    assertThat(seen).containsOnly("evt-1");
  }

  @Test
  void remembersOverARestart() {
    handled.add("evt-9");
    assertThat(new HandledEventsFile(data.resolve("handled")).contains("evt-9")).isTrue();
    assertThat(new HandledEventsFile(data.resolve("none")).contains("evt-9")).isFalse();
  }

  private FactConsumer listen(Consumer<Fact> handler) throws IOException {
    FactConsumer consumer = new FactConsumer(Bus.embedded(data), SUBSCRIPTION, handled, handler);
    running.add(consumer);
    Thread.ofPlatform().daemon().start(consumer);
    await().until(consumer::isListening);
    return consumer;
  }

  private void publish(String eventType, String eventId) throws JMSException, IOException {
    try (Connection connection = Bus.embedded(data).connect()) {
      Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
      BytesMessage message = session.createBytesMessage();
      message.writeBytes("{}".getBytes(StandardCharsets.UTF_8));
      message.setStringProperty("cs-event-type", eventType);
      message.setStringProperty("cs-event-id", eventId);
      message.setStringProperty("cs-tenant-id", "default");
      session.createProducer(session.createTopic(TOPIC)).send(message);
    }
  }
}
