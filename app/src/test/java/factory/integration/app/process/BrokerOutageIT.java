package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bus is a process of its own here, and is killed. */
class BrokerOutageIT {

  private static final String TOPIC = "factory.integration.webhooks";
  private static final String HOOK = "/hook";

  private final Sink sink = new Sink();
  private final BrokerProcess bus;
  private final PlatformProcess platform;

  BrokerOutageIT(@TempDir Path directory) throws IOException {
    this.bus = new BrokerProcess(directory);
    bus.start();
    this.platform = new PlatformProcess(directory, bus.settings());
  }

  @BeforeEach
  void start() throws Exception {
    factsAbout("default");
    platform.start();
    platform.api().subscribe(Map.of("url", sink.url(HOOK), "eventTypes", List.of("*")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    platform.close();
    bus.kill();
    sink.close();
  }

  @Test
  void acceptsAndDeliversWithoutTheBusAndTellsItAllLater() throws Exception {
    bus.kill();
    Set<String> accepted = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      accepted.add(platform.api().publish(order(i)));
    }
    await().untilAsserted(() -> assertThat(delivered()).containsAll(accepted));
    bus.start();
    Set<String> told = new HashSet<>();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              told.addAll(factsAbout("default"));
              assertThat(told)
                  .allSatisfy(it -> assertThat(it).contains("tenantId"))
                  .filteredOn(it -> accepted.stream().anyMatch(it::contains))
                  .hasSizeGreaterThanOrEqualTo(20);
            });
  }

  @Test
  void takesEventsFromTheBusOverItsDeathAndThePlatforms() throws Exception {
    send(0, 100);
    bus.kill();
    bus.start();
    send(100, 200);
    platform.kill();
    send(200, 300);
    platform.start();
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(bodies()).hasSize(300));
    assertThat(delivered()).as("redelivery makes no second event").hasSize(300);
  }

  @Test
  void showsWhatTheBusSetAside() throws Exception {
    send("{\"data\":{}}");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        platform.api().get("/v1/admin/bus/dead-letters").body().at("/items/0/body"))
                    .hasToString("\"{\\\"data\\\":{}}\""));
  }

  private Set<String> delivered() {
    Set<String> ids = new HashSet<>();
    sink.calls(HOOK).forEach(call -> ids.add(call.webhookId()));
    return ids;
  }

  private Set<String> bodies() {
    Set<String> data = new HashSet<>();
    sink.calls(HOOK).forEach(call -> data.add(call.body().replaceAll(".*\"data\":", "")));
    return data;
  }

  private void send(int from, int to) throws JMSException, IOException {
    send(
        IntStream.range(from, to)
            .mapToObj(i -> "{\"eventType\":\"orderCreated\",\"data\":{\"id\":%d}}".formatted(i))
            .toArray(String[]::new));
  }

  private void send(String... bodies) throws JMSException, IOException {
    try (Connection connection = bus.connect()) {
      Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
      var producer = session.createProducer(session.createQueue("factory.integration.inbound"));
      for (String body : bodies) {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        message.setStringProperty("cs-tenant-id", "default");
        producer.send(message);
      }
    }
  }

  /** What a durable subscription has collected since it was asked last. */
  private Set<String> factsAbout(String tenant) throws JMSException, IOException {
    Set<String> facts = new HashSet<>();
    try (Connection connection = bus.connect()) {
      Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
      MessageConsumer consumer =
          session.createSharedDurableConsumer(
              session.createTopic(TOPIC), "audit", "\"cs-tenant-id\" = '" + tenant + "'");
      connection.start();
      for (Message fact = consumer.receive(500); fact != null; fact = consumer.receive(500)) {
        facts.add(new String(fact.getBody(byte[].class), StandardCharsets.UTF_8));
      }
    }
    return facts;
  }

  private static Map<String, ?> order(int id) {
    return Map.of("eventType", "orderCreated", "data", Map.of("id", id));
  }
}
