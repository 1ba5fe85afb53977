package factory.integration.adapter.servicebus.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.embedded.BrokerFaults;
import factory.integration.adapter.servicebus.embedded.JmsClient;
import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.busletter.BusDeadLetter;
import factory.integration.gateway.intake.IncomingMessage;
import factory.integration.gateway.intake.IntakeOutcome.Failed;
import factory.integration.gateway.intake.IntakeOutcome.Refused;
import factory.integration.gateway.intake.IntakeOutcome.Unavailable;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundListenerTests {

  private static final Refused WRONG = new Refused("Invalid", "eventType: is required");

  private final InboundBus bus;
  private final ScriptedIntake intake;
  private InboundListener listener;

  InboundListenerTests(@TempDir Path data) {
    bus = new InboundBus(data);
    intake = bus.intake;
    listener = bus.listener(2, new RefusalByCopy());
  }

  @BeforeEach
  void start() {
    bus.broker.start();
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop();
    bus.broker.stop();
  }

  @Test
  void handsInWhatComesAndAcknowledgesIt() throws JMSException {
    String id = bus.send("{\"town\":\"Köln\"}");
    await().until(() -> intake.kept() == 1);
    IncomingMessage message = intake.seen().getFirst();
    assertThat(message.messageId()).isEqualTo(id);
    assertThat(message.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"town\":\"Köln\"}");
    assertThat(message.properties()).isEqualTo(InboundBus.TENANT);
    listener.stop();
    assertThat(bus.isEmpty()).isTrue();
  }

  @Test
  void readsTextToo() throws JMSException {
    try (JmsClient client = JmsClient.connect(bus.broker.access())) {
      client.sendText(InboundQueue.ADDRESS, "{}", InboundBus.TENANT);
    }
    await().until(() -> intake.kept() == 1);
    assertThat(intake.seen().getFirst().body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  @Test
  void keepsTheMessageInTheQueueWhileTheStoreIsAway() throws JMSException {
    listenAlone(new RefusalByCopy());
    intake.answer(new Unavailable("down"));
    intake.meanwhile(() -> intake.storeWorks(false));
    bus.send("{}");
    await().until(() -> intake.seen().size() == 1 && !listener.isConnected());
    intake.storeWorks(true);
    await().until(() -> intake.kept() == 1);
    assertThat(intake.seen()).extracting(IncomingMessage::messageId).containsOnly(firstId());
    assertThat(bus.deadLetters.list(0, 10)).isEmpty();
  }

  @Test
  void comesBackByItselfWhenTheBusDoesAndLosesNothing() throws JMSException {
    await().until(listener::isConnected);
    Set<String> sent = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      bus.broker.stop();
      await().until(() -> !listener.isConnected());
      bus.broker.start();
      sent.add(bus.send("{\"round\":" + round + "}"));
    }
    await().until(() -> intake.kept() == 3);
    assertThat(intake.seen()).extracting(IncomingMessage::messageId).containsAll(sent);
  }

  @Test
  void comesBackByItselfWhenTheBusDetachesIt() throws JMSException {
    await().until(listener::isConnected);
    assertThat(BrokerFaults.detachConsumers(bus.broker, InboundQueue.ADDRESS)).isEqualTo(2);
    bus.send("{}");
    await().until(() -> intake.kept() == 1);
  }

  @Test
  void getsAMessageAgainUnderItsIdWhenTheBusWentBeforeTheAcknowledgement() throws JMSException {
    intake.meanwhile(bus.broker::stop);
    bus.send("{}");
    await().until(() -> intake.kept() == 1);
    // A timer of the broker may end with an exception of its own when the broker stops.
    await().dontCatchUncaughtExceptions().until(() -> !bus.broker.isRunning());
    bus.broker.start();
    await().dontCatchUncaughtExceptions().until(() -> intake.seen().size() == 2);
    assertThat(intake.kept()).isEqualTo(1);
    listener.stop();
    assertThat(bus.isEmpty()).isTrue();
  }

  @Test
  void setsAsideWhatIsRefusedWithItsReason() throws JMSException {
    intake.answer(WRONG);
    String id = bus.send("{\"data\":{}}");
    await().until(() -> !bus.deadLetters.list(0, 10).isEmpty());
    BusDeadLetter letter = bus.deadLetters.list(0, 10).getFirst();
    assertThat(letter.messageId()).isEqualTo(id);
    assertThat(letter.reason()).isEqualTo("Invalid");
    assertThat(letter.description()).isEqualTo("eventType: is required");
    assertThat(letter.tenantId()).isEqualTo("default");
    assertThat(letter.body()).isEqualTo("{\"data\":{}}");
    listener.stop();
    assertThat(bus.isEmpty()).isTrue();
  }

  @Test
  void setsAsideWhatIsNeitherBytesNorText() throws JMSException {
    try (JmsClient client = JmsClient.connect(bus.broker.access())) {
      client.sendMap(InboundQueue.ADDRESS, InboundBus.TENANT);
    }
    await().until(() -> !bus.deadLetters.list(0, 10).isEmpty());
    BusDeadLetter letter = bus.deadLetters.list(0, 10).getFirst();
    assertThat(letter.reason()).isEqualTo("Unreadable");
    assertThat(letter.body()).isNull();
    assertThat(intake.seen()).isEmpty();
    listener.stop();
    assertThat(bus.deadLetters.redrive(letter.id())).isTrue();
    try (JmsClient client = JmsClient.connect(bus.broker.access())) {
      Message again = client.consumer(InboundQueue.ADDRESS).receive(10_000);
      assertThat(((MapMessage) again).getString("town")).isEqualTo("Köln");
    }
  }

  @Test
  void letsTheBusSetAsideWhereNobodyElseCan() throws JMSException {
    listenAlone(new RefusalByRejection());
    intake.answer(WRONG);
    String id = bus.send("{}");
    await().until(() -> !bus.deadLetters.list(0, 10).isEmpty());
    assertThat(bus.deadLetters.list(0, 10).getFirst().messageId()).isEqualTo(id);
    assertThat(intake.seen()).hasSize(1);
  }

  @Test
  void triesAgainWhatThePlatformFailsOverUntilTheBusSetsItAside() throws JMSException {
    Failed failed = new Failed("log id 1");
    intake.answer(
        failed, failed, failed, failed, failed, failed, failed, failed, failed, failed, failed);
    bus.send("{}");
    await().until(() -> !bus.deadLetters.list(0, 10).isEmpty());
    assertThat(intake.seen()).hasSize(10);
  }

  @Test
  void redrivesUnderTheFirstIdAndDrops() throws JMSException {
    intake.answer(WRONG, WRONG);
    String first = bus.send("{\"n\":1}");
    await().until(() -> bus.deadLetters.list(0, 10).size() == 1);
    bus.send("{\"n\":2}");
    await().until(() -> bus.deadLetters.list(0, 10).size() == 2);
    List<BusDeadLetter> letters = bus.deadLetters.list(0, 10);
    assertThat(bus.deadLetters.list(1, 10)).containsExactly(letters.getLast());
    assertThat(bus.deadLetters.redrive(letters.getFirst().id())).isTrue();
    await().until(() -> intake.kept() == 1);
    IncomingMessage again = intake.seen().getLast();
    assertThat(again.messageId()).isEqualTo(first);
    assertThat(again.properties()).doesNotContainKey("DeadLetterReason");
    assertThat(bus.deadLetters.drop(letters.getLast().id())).isTrue();
    assertThat(bus.deadLetters.list(0, 10)).isEmpty();
    assertThat(bus.deadLetters.find(letters.getLast().id())).isEmpty();
    assertThat(bus.deadLetters.drop("bus-x")).isFalse();
  }

  private void listenAlone(Refusal refusal) {
    listener.stop();
    listener = bus.listener(1, refusal);
    listener.start();
  }

  private String firstId() {
    return String.valueOf(intake.seen().getFirst().messageId());
  }
}
