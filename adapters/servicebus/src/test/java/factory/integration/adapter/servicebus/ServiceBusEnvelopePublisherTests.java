package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import factory.integration.adapter.servicebus.embedded.JmsClient;
import factory.integration.api.messaging.Topic;
import factory.integration.saga.publication.OutgoingMessage;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ServiceBusEnvelopePublisherTests {

  private static final String TOPIC = Topic.WEBHOOKS.address();
  private static final int LINKS = 2;

  private final EmbeddedBroker broker;
  private final ServiceBusEnvelopePublisher publisher;

  ServiceBusEnvelopePublisherTests(@TempDir Path data) {
    broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    LinkOpener connector =
        new LinkOpener(
            new BusConnector(
                () -> BusTarget.of(broker.access().connectionString(), broker.access().trust()),
                Duration.ofSeconds(10)),
            Duration.ofSeconds(10),
            50);
    publisher =
        new ServiceBusEnvelopePublisher(
            () ->
                new BusLinks(
                    LINKS,
                    () ->
                        new BusSender(
                            connector,
                            new Backoff(
                                Duration.ofMillis(20), Duration.ofMillis(100), System::nanoTime))));
  }

  @BeforeEach
  void start() {
    broker.start();
    publisher.start();
  }

  @AfterEach
  void stop() {
    publisher.stop();
    broker.stop();
  }

  @Test
  void publishesTheBodyWithEverythingThatSubscribersSelectBy() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      OutgoingMessage sent =
          new OutgoingMessage(
              TOPIC,
              "dlv-1",
              "WebhookDelivered",
              "corr-3a6e1d40",
              Map.of("cs-event-type", "WebhookDelivered", "cs-schema-version", "1"),
              "{\"eventType\":\"WebhookDelivered\",\"town\":\"Köln\"}"
                  .getBytes(StandardCharsets.UTF_8));
      publish(sent);
      BytesMessage received = JmsClient.receive(subscription);
      assertThat(JmsClient.body(received)).isEqualTo(sent.body());
      assertThat(received.getJMSType()).isEqualTo("WebhookDelivered");
      assertThat(received.getJMSCorrelationID()).isEqualTo("corr-3a6e1d40");
      assertThat(received.getStringProperty("JMSXGroupID")).isEqualTo("dlv-1");
      assertThat(received.getStringProperty("cs-event-type")).isEqualTo("WebhookDelivered");
      assertThat(received.getStringProperty("cs-schema-version")).isEqualTo("1");
      assertThat(JmsClient.contentType(received)).isEqualTo("application/json");
    }
  }

  @Test
  void letsSubscribersSelectByProperty() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription =
          client.subscribe(TOPIC, "subscribed", "\"cs-event-type\" = 'WebhookSubscribed'");
      publish(message("a", "WebhookDelivered"), message("a", "WebhookSubscribed"));
      assertThat(JmsClient.receive(subscription).getJMSType()).isEqualTo("WebhookSubscribed");
    }
  }

  @Test
  void keepsTheOrderOfEachGroup() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      for (int batch = 0; batch < 5; batch++) {
        int first = batch * 20;
        publisher.publish(
            IntStream.range(first, first + 20)
                .mapToObj(i -> message("group-" + i % 7, Integer.toString(i)))
                .toList());
      }
      List<List<Integer>> groups = new ArrayList<>();
      IntStream.range(0, 7).forEach(_ -> groups.add(new ArrayList<>()));
      for (int i = 0; i < 100; i++) {
        int number = Integer.parseInt(JmsClient.receive(subscription).getJMSType());
        groups.get(number % 7).add(number);
      }
      assertThat(groups).allSatisfy(group -> assertThat(group).isSorted());
    }
  }

  @Test
  void publishesNothingAtOnce() {
    assertThat(publisher.publish(List.of())).isCompleted();
  }

  @Test
  void goesOnByItselfWhenTheBusIsBackAndLosesNothing() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.subscribe(TOPIC, "audit", null);
    }
    publish(message("a", "1"));
    broker.stop();
    await().until(() -> !publisher.isConnected());
    assertFails(publisher.publish(List.of(message("a", "2"))));
    broker.start();
    await().until(publisher::isConnected);
    publish(message("a", "2"));
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      assertThat(JmsClient.receive(subscription).getJMSType()).isEqualTo("1");
      assertThat(JmsClient.receive(subscription).getJMSType()).isEqualTo("2");
    }
  }

  @Test
  void startsBeforeTheBusDoes() {
    publisher.stop();
    broker.stop();
    publisher.start();
    assertFails(publisher.publish(List.of(message("a", "1"))));
    broker.start();
    await().until(publisher::isConnected);
    publish(message("a", "1"));
  }

  @Test
  void namesTheTopicThatIsMissing() {
    OutgoingMessage lost =
        new OutgoingMessage("factory.integration.lost", "a", "x", null, Map.of(), new byte[0]);
    assertThat(assertFails(publisher.publish(List.of(lost))))
        .hasMessageContaining("factory.integration.lost does not exist");
    publish(message("a", "1"));
  }

  @Test
  void letsNoBatchOvertakeOneThatFailed() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      OutgoingMessage lost =
          new OutgoingMessage("factory.integration.lost", "a", "x", null, Map.of(), new byte[0]);
      CompletableFuture<Void> first = publisher.publish(List.of(lost));
      CompletableFuture<Void> second = publisher.publish(List.of(message("a", "2")));
      assertFails(first);
      assertFails(second);
      publish(message("a", "3"));
      assertThat(JmsClient.receive(subscription).getJMSType()).isEqualTo("3");
    }
  }

  @Test
  void waitsWhileATopicIsFull() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.subscribe(TOPIC, "away", null);
    }
    byte[] large = new byte[90_000];
    List<OutgoingMessage> much =
        IntStream.range(0, 360)
            .mapToObj(i -> new OutgoingMessage(TOPIC, "g" + i, "x", null, Map.of(), large))
            .toList();
    assertFails(publisher.publish(much));
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "away", null);
      await()
          .until(
              () -> {
                while (subscription.receive(50) != null) {}
                return !publisher
                    .publish(List.of(message("a", "1")))
                    .handle((_, failure) -> failure != null)
                    .join();
              });
    }
  }

  @Test
  void keepsItsConnectionsHoweverOftenItIsLost() {
    for (int i = 0; i < 5; i++) {
      await().until(publisher::isConnected);
      broker.stop();
      broker.start();
      await().until(() -> published(message("a", "1")));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("AmqpProvider"))
                    .hasSizeLessThanOrEqualTo(LINKS));
  }

  @Test
  void failsAsAWholeWhenOneLinkFailsAndGoesOnWhenAllIsSentAgain() throws JMSException {
    try (JmsClient client = JmsClient.connect(broker.access())) {
      MessageConsumer subscription = client.subscribe(TOPIC, "audit", null);
      OutgoingMessage lost =
          new OutgoingMessage("factory.integration.lost", "a", "x", null, Map.of(), new byte[0]);
      assertFails(publisher.publish(List.of(lost, message("b", "1"))));
      publish(message("a", "1"), message("b", "1"));
      List<String> received = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        received.add(JmsClient.receive(subscription).getStringProperty("JMSXGroupID"));
      }
      assertThat(received).containsExactlyInAnyOrder("a", "b", "b");
    }
  }

  @Test
  void publishesNothingAfterItsEnd() {
    CompletableFuture<Void> last = publisher.publish(List.of(message("a", "1")));
    publisher.stop();
    assertThat(last).isDone();
    assertFails(publisher.publish(List.of(message("a", "2"))));
    assertThat(publisher.isConnected()).isFalse();
  }

  private void publish(OutgoingMessage... messages) {
    assertThat(publisher.publish(List.of(messages))).succeedsWithin(10, TimeUnit.SECONDS);
  }

  private boolean published(OutgoingMessage message) {
    return publisher.publish(List.of(message)).handle((_, failure) -> failure == null).join();
  }

  private static PublicationFailed assertFails(CompletableFuture<Void> publication) {
    return (PublicationFailed)
        assertThatExceptionOfType(CompletionException.class)
            .isThrownBy(publication::join)
            .withCauseInstanceOf(PublicationFailed.class)
            .actual()
            .getCause();
  }

  private static OutgoingMessage message(String group, String type) {
    return new OutgoingMessage(
        TOPIC,
        group,
        type,
        null,
        Map.of("cs-event-type", type),
        type.getBytes(StandardCharsets.UTF_8));
  }
}
