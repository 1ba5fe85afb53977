package factory.integration.samples.consumer;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands each fact to its handler once: handles, remembers, acknowledges, in this order. When
 * anything fails, it lets go of the connection, so that what is not acknowledged comes again.
 */
final class FactConsumer implements Runnable, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(FactConsumer.class.getName());
  private static final long POLL_MILLIS = 250;
  private static final long PAUSE_MILLIS = 500;

  private final Bus bus;
  private final Subscription subscription;
  private final HandledEvents handled;
  private final Consumer<Fact> handler;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile boolean listening;

  FactConsumer(Bus bus, Subscription subscription, HandledEvents handled, Consumer<Fact> handler) {
    this.bus = bus;
    this.subscription = subscription;
    this.handled = handled;
    this.handler = handler;
  }

  boolean isListening() {
    return listening;
  }

  @Override
  public void run() {
    while (!ended(0)) {
      try {
        listen();
      } catch (JMSException | RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "connecting anew: {0}", e.getMessage());
        ended(PAUSE_MILLIS);
      }
    }
  }

  /** Ends it after the fact in hand; the subscription stays and collects. */
  @Override
  public void close() {
    ending.countDown();
  }

  private void listen() throws JMSException {
    try (Connection connection = bus.connect()) {
      Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
      MessageConsumer consumer =
          session.createSharedDurableConsumer(
              session.createTopic(subscription.topic()),
              subscription.context(),
              subscription.selector());
      connection.start();
      listening = true;
      while (!ended(0)) {
        Message message = consumer.receive(POLL_MILLIS);
        if (message != null) {
          handle(message);
        }
      }
    } finally {
      listening = false;
    }
  }

  private void handle(Message message) throws JMSException {
    Fact fact = read(message);
    if (!handled.contains(fact.eventId())) {
      handler.accept(fact);
      handled.add(fact.eventId());
    }
    message.acknowledge();
  }

  private static Fact read(Message message) throws JMSException {
    BytesMessage bytes = (BytesMessage) message;
    byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
    bytes.readBytes(body);
    return new Fact(
        message.getStringProperty("cs-event-id"),
        message.getStringProperty("cs-event-type"),
        message.getStringProperty("cs-tenant-id"),
        new String(body, StandardCharsets.UTF_8));
  }

  private boolean ended(long patienceMillis) {
    try {
      return ending.await(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      ending.countDown();
      return true;
    }
  }
}
