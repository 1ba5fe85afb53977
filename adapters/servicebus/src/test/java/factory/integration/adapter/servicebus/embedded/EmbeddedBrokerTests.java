package factory.integration.adapter.servicebus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import factory.integration.api.messaging.Topic;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EmbeddedBrokerTests {

  private static final String TOPIC = Topic.WEBHOOKS.address();
  private static final byte[] BODY = {1, 2, 3};

  private final Path data;
  private EmbeddedBroker broker;

  EmbeddedBrokerTests(@TempDir Path data) {
    this.data = data;
    this.broker = broker(0);
  }

  @AfterEach
  void stop() {
    broker.stop();
  }

  @Test
  void takesMessagesForEachTopic() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      for (Topic topic : Topic.values()) {
        var subscription = client.subscribe(topic.address(), topic.name(), null);
        client.send(topic.address(), BODY);
        assertThat(JmsClient.body(JmsClient.receive(subscription))).isEqualTo(BODY);
      }
    }
  }

  @Test
  void hasNoOtherTopics() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      assertThatExceptionOfType(InvalidDestinationException.class)
          .isThrownBy(() -> client.send("factory.integration.unknown", BODY));
    }
  }

  @Test
  void letsNobodyManageIt() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      assertThatExceptionOfType(JMSSecurityException.class)
          .isThrownBy(() -> client.send("activemq.management", BODY));
    }
  }

  @Test
  void refusesWrongCredentials() {
    broker.start();
    for (String user : new String[] {"platform", "guest"}) {
      assertThatExceptionOfType(JMSSecurityException.class)
          .isThrownBy(() -> JmsClient.connect(broker.access(), user, "wrong"));
    }
  }

  @Test
  void refusesToTalkWithoutTls() throws IOException {
    broker.start();
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port())) {
      plain.setSoTimeout(10_000);
      plain.getOutputStream().write("AMQP\3\1\0\0".getBytes(StandardCharsets.ISO_8859_1));
      plain.shutdownOutput();
      byte[] answer = plain.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("AMQP");
    }
  }

  @Test
  void keepsMessagesOfASubscriptionThatIsAwayOverARestart() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.subscribe(TOPIC, "audit", null);
    }
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.send(TOPIC, BODY);
    }
    broker.stop();
    broker = broker(0);
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      assertThat(JmsClient.receive(client.subscribe(TOPIC, "audit", null))).isNotNull();
    }
  }

  @Test
  void keepsNothingThatNobodySubscribedTo() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.send(TOPIC, BODY);
      var subscription = client.subscribe(TOPIC, "late", null);
      assertThat(subscription.receiveNoWait()).isNull();
    }
  }

  @Test
  void setsAsideWhatASubscriberRefusesAgainAndAgain() throws JMSException {
    broker.start();
    try (JmsClient client = JmsClient.connect(broker.access())) {
      client.subscribe(TOPIC, "picky", null).close();
      client.send(TOPIC, BODY);
      var deadLetters = client.consumer(BrokerAddresses.DEAD_LETTERS);
      client.refuseAll(TOPIC, "picky");
      assertThat(JmsClient.body(JmsClient.receive(deadLetters))).isEqualTo(BODY);
    }
  }

  @Test
  void keepsKeyAndCertificateOverARestart() throws IOException {
    broker.start();
    BrokerAccess first = broker.access();
    byte[] certificate = Files.readAllBytes(data.resolve("bus-certificate.pem"));
    broker.stop();
    broker.start();
    assertThat(broker.access()).isEqualTo(first);
    assertThat(data.resolve("bus-certificate.pem")).hasBinaryContent(certificate);
  }

  @Test
  void makesAllAnewWhenTheConnectionStringIsDeleted() throws IOException, JMSException {
    broker.start();
    BrokerAccess first = broker.access();
    broker.stop();
    Files.delete(data.resolve(ConnectionStringFile.NAME));
    broker.start();
    assertThat(broker.access().connectionString()).isNotEqualTo(first.connectionString());
    JmsClient.connect(broker.access()).close();
  }

  @Test
  void hidesItsFilesFromOtherUsers() throws IOException {
    broker.start();
    for (String name : new String[] {"bus-connection-string", "bus/keystore.p12"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(data.resolve("bus-connection-string"))
        .hasContent(broker.access().connectionString());
    assertThat(broker.access().toString()).doesNotContain("SharedAccessKey");
  }

  @Test
  void startsAgainAfterItGaveUp() throws Exception {
    broker.start();
    Objects.requireNonNull(broker.server).close();
    JmsClient.connect(broker.access()).close();
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedBroker second = broker(taken.getLocalPort());
      assertThatIllegalStateException()
          .isThrownBy(second::start)
          .withMessageContaining(":" + taken.getLocalPort())
          .withMessageContaining("platform.bus.embedded.port");
      assertThat(second.isRunning()).isFalse();
    }
  }

  @Test
  void startsWhileOthersAreStillBeingMade() throws JMSException {
    broker.begin();
    broker.start();
    JmsClient.connect(broker.access()).close();
  }

  @Test
  void endsWhatOnlyBegan() throws IOException {
    int port = Door.open("127.0.0.1", 0).port();
    broker = broker(port);
    broker.begin();
    broker.close();
    assertThat(Door.open("127.0.0.1", port).port()).isEqualTo(port);
  }

  @Test
  void leavesNoThreadBehind() {
    broker.start();
    broker.stop();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(liveThreads().filter(name -> name.contains("activemq"))).isEmpty());
  }

  private static Stream<String> liveThreads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
  }

  private int port() {
    String endpoint = broker.access().connectionString().split(";")[0];
    return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
  }

  private EmbeddedBroker broker(int port) {
    return new EmbeddedBroker(
        data,
        new EmbeddedBrokerProperties("127.0.0.1", port, DataSize.ofMegabytes(64)),
        Clock.systemUTC());
  }
}
