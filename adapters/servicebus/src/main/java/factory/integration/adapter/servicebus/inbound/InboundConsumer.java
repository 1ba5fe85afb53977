package factory.integration.adapter.servicebus.inbound;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.api.messaging.StoreUnavailable;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message after the other until it is told to end. Whatever goes wrong, it lets go of its
 * connection, so that the message in hand goes back to the queue, waits, and connects anew: but
 * only when the store works, lest the bus count deliveries that cannot succeed.
 */
final class InboundConsumer implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(InboundConsumer.class);
  private static final long POLL_MILLIS = 250;

  private final BusConnector connector;
  private final InboundTaker taker;
  private final StoreHealth store;
  private final Backoff backoff;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile boolean connected;
  private @Nullable String problem;

  InboundConsumer(BusConnector connector, InboundTaker taker, StoreHealth store, Backoff backoff) {
    this.connector = connector;
    this.taker = taker;
    this.store = store;
    this.backoff = backoff;
  }

  boolean isConnected() {
    return connected;
  }

  /** Ends it after the message in hand; may be called by any thread. */
  void end() {
    ending.countDown();
  }

  @Override
  public void run() {
    while (!ended(backoff.remaining())) {
      try {
        checkStore();
        consume();
      } catch (JMSException | RuntimeException e) {
        backoff.failed(e);
        report(e);
      }
    }
  }

  private void checkStore() {
    if (!store.isReachable()) {
      throw new StoreUnavailable("the store can't be read or written");
    }
  }

  private void consume() throws JMSException {
    try (InboundLink link = InboundLink.open(connector)) {
      connected = true;
      while (!ended(Duration.ZERO)) {
        Message message = link.receive(POLL_MILLIS);
        if (message != null) {
          take(link, message);
        }
      }
    } finally {
      connected = false;
    }
  }

  private void take(InboundLink link, Message message) throws JMSException {
    if (taker.take(link.session(), message)) {
      backoff.succeeded();
      if (problem != null) {
        LOG.info("Events come from the bus at {} again", link.bus());
        problem = null;
      }
    } else {
      backoff.failed();
      ended(backoff.remaining());
    }
  }

  private void report(Exception cause) {
    String told = String.valueOf(cause.getMessage());
    if (!told.equals(problem) && !ended(Duration.ZERO)) {
      LOG.warn("No event is taken from the bus until this is over: {}", told);
      problem = told;
    }
  }

  private boolean ended(Duration patience) {
    try {
      return ending.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      ending.countDown();
      return true;
    }
  }
}
