package factory.integration.adapter.servicebus;

import factory.integration.adapter.servicebus.connect.BusConnection;
import factory.integration.adapter.servicebus.connect.BusConnector;
import jakarta.jms.JMSException;
import java.time.Duration;

/** Opens links that publish. */
final class LinkOpener {

  private final BusConnector connector;
  private final Duration sendTimeout;
  private final int maxInFlight;

  LinkOpener(BusConnector connector, Duration sendTimeout, int maxInFlight) {
    this.connector = connector;
    this.sendTimeout = sendTimeout;
    this.maxInFlight = maxInFlight;
  }

  /**
   * @param onLoss called when the connection is lost
   */
  BusLink open(Runnable onLoss) throws JMSException {
    BusConnection opened = connector.open();
    try {
      return new BusLink(
          opened.bus(), opened.connection(), new SendWindow(maxInFlight, sendTimeout), onLoss);
    } catch (JMSException | RuntimeException e) {
      opened.connection().close();
      throw e;
    }
  }
}
