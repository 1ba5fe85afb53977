package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.connect.Backoff;
import jakarta.jms.JMSException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a link when one is needed and the last failure is long enough ago; logs what changes. */
final class LiveLink {

  private static final Logger LOG = LoggerFactory.getLogger(LiveLink.class);

  private static final String ENDING = "the platform is stopping";

  private final LinkOpener opener;
  private final Backoff backoff;
  private final Runnable onLoss;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile @Nullable BusLink link;
  private boolean unreachable;
  private @Nullable String problem;

  /**
   * @param onLoss called when an open link is lost
   */
  LiveLink(LinkOpener opener, Backoff backoff, Runnable onLoss) {
    this.opener = opener;
    this.backoff = backoff;
    this.onLoss = onLoss;
  }

  boolean isConnected() {
    BusLink current = link;
    return current != null && !current.isLost();
  }

  /** An open link; waits out the time since the last failure and tries to connect once. */
  BusLink get() throws JMSException {
    BusLink current = link;
    if (current != null && !current.isLost()) {
      return current;
    }
    if (current != null) {
      LOG.info("Lost the connection to the bus at {}", current.bus());
    }
    drop();
    waitForTurn();
    boolean unreachableBefore = unreachable;
    unreachable = true;
    BusLink opened = opener.open(onLoss);
    unreachable = false;
    link = opened;
    if (isEnding()) {
      drop();
      throw new JMSException(ENDING);
    }
    if (unreachableBefore || problem == null) {
      LOG.info("Connected to the bus at {}", opened.bus());
      problem = null;
    }
    return opened;
  }

  void succeeded() {
    backoff.succeeded();
    if (problem != null) {
      LOG.info("Publication goes on");
      problem = null;
    }
  }

  /** Closes the link, so that nothing that it carried is on its way any more. */
  void failed(Exception cause) {
    backoff.failed(cause);
    drop();
    String told = String.valueOf(cause.getMessage());
    if (!isEnding() && !told.equals(problem)) {
      LOG.warn("Publication waits until the bus works again: {}", told);
      problem = told;
    }
  }

  /** Lets whoever waits for a link fail at once; may be called by any thread. */
  void end() {
    ending.countDown();
  }

  void drop() {
    BusLink current = link;
    link = null;
    if (current != null) {
      current.close();
    }
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private void waitForTurn() throws JMSException {
    try {
      if (ending.await(backoff.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new JMSException(ENDING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JMSException("interrupted while waiting for the bus");
    }
  }
}
