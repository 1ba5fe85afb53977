package factory.integration.adapter.servicebus.inbound;

import factory.integration.adapter.servicebus.connect.BusConnection;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.api.messaging.InboundQueue;
import factory.integration.gateway.busletter.BusDeadLetter;
import factory.integration.gateway.busletter.BusDeadLetters;
import factory.integration.gateway.problem.RequestRefused;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dead-letter sub-queue; connects for each request, since they are rare. */
final class DeadLetterQueue implements BusDeadLetters {

  private static final long PATIENCE_MILLIS = 2_000;

  private final BusConnector connector;

  DeadLetterQueue(BusConnector connector) {
    this.connector = connector;
  }

  @Override
  public List<BusDeadLetter> list(int skip, int limit) {
    return onTheBus(session -> browse(session, skip, limit));
  }

  @Override
  public Optional<BusDeadLetter> find(String id) {
    return DeadLetterId.messageId(id)
        .flatMap(
            _ ->
                onTheBus(session -> browse(session, 0, Integer.MAX_VALUE)).stream()
                    .filter(letter -> letter.id().equals(id))
                    .findFirst());
  }

  /** A fault between the two steps leaves it in both queues; its id then makes it a duplicate. */
  @Override
  public boolean redrive(String id) {
    return take(
        id, (session, message) -> Resending.send(session, message, InboundQueue.ADDRESS, Map.of()));
  }

  @Override
  public boolean drop(String id) {
    return take(id, (_, _) -> {});
  }

  /** How many wait, counted up to a number. */
  int count(int most) {
    return onTheBus(
        session -> {
          try (QueueBrowser browser = browser(session)) {
            Enumeration<?> waiting = browser.getEnumeration();
            int counted = 0;
            while (counted < most && waiting.hasMoreElements()) {
              waiting.nextElement();
              counted++;
            }
            return counted;
          }
        });
  }

  private interface OnTheBus<T> {
    T apply(Session session) throws JMSException;
  }

  private interface BeforeRemoval {
    void accept(Session session, Message message) throws JMSException;
  }

  private static List<BusDeadLetter> browse(Session session, int skip, int limit)
      throws JMSException {
    List<BusDeadLetter> letters = new ArrayList<>();
    try (QueueBrowser browser = browser(session)) {
      Enumeration<?> waiting = browser.getEnumeration();
      for (int i = 0; letters.size() < limit && waiting.hasMoreElements(); i++) {
        Message message = (Message) waiting.nextElement();
        if (i >= skip) {
          letters.add(DeadLetterReader.read(message));
        }
      }
    }
    return letters;
  }

  private static QueueBrowser browser(Session session) throws JMSException {
    return session.createBrowser(session.createQueue(InboundQueue.DEAD_LETTERS));
  }

  private boolean take(String id, BeforeRemoval action) {
    return DeadLetterId.messageId(id)
        .map(messageId -> onTheBus(session -> take(session, messageId, action)))
        .orElse(false);
  }

  private static boolean take(Session session, String messageId, BeforeRemoval action)
      throws JMSException {
    String selector = "JMSMessageID = '%s'".formatted(messageId.replace("'", "''"));
    try (var consumer =
        session.createConsumer(session.createQueue(InboundQueue.DEAD_LETTERS), selector)) {
      Message message = consumer.receive(PATIENCE_MILLIS);
      if (message != null) {
        action.accept(session, message);
        message.acknowledge();
      }
      return message != null;
    }
  }

  private <T> T onTheBus(OnTheBus<T> action) {
    try {
      BusConnection bus = connector.open();
      try {
        bus.connection().start();
        return action.apply(bus.connection().createSession(Session.CLIENT_ACKNOWLEDGE));
      } finally {
        bus.connection().close();
      }
    } catch (JMSException e) {
      throw RequestRefused.unavailable("the bus can't be reached right now: " + e.getMessage());
    }
  }
}
