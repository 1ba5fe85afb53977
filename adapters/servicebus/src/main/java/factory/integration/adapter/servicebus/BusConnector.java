package factory.integration.adapter.servicebus;

import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Connects to the bus. */
final class BusConnector {

  /**
   * A closed connection stays closed, since the library's own reconnecting would send anew what is
   * given back as failed; hyphens in property names; waiting for the network thread by short naps,
   * which costs half of what being woken costs, message by message.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "jms.validatePropertyNames", "false",
          "jms.connectTimeout", "10000",
          "jms.requestTimeout", "10000",
          "jms.closeTimeout", "3000",
          "transport.connectTimeout", "5000",
          "provider.futureType", "progressive");

  private final Supplier<BusTarget> target;
  private final Duration sendTimeout;
  private final int maxInFlight;

  /**
   * @param target asked before each attempt to connect
   */
  BusConnector(Supplier<BusTarget> target, Duration sendTimeout, int maxInFlight) {
    this.target = target;
    this.sendTimeout = sendTimeout;
    this.maxInFlight = maxInFlight;
  }

  /**
   * @param onLoss called when the connection is lost
   */
  BusLink open(Runnable onLoss) throws JMSException {
    BusTarget bus = target.get();
    Connection connection = factory(bus).createConnection();
    try {
      return new BusLink(bus, connection, new SendWindow(maxInFlight, sendTimeout), onLoss);
    } catch (JMSException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private ServiceBusJmsConnectionFactory factory(BusTarget bus) {
    Map<String, String> options = new LinkedHashMap<>(DEFAULTS);
    options.put("jms.sendTimeout", Long.toString(sendTimeout.toMillis()));
    options.putAll(bus.options());
    options.replaceAll((_, value) -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    ServiceBusJmsConnectionFactorySettings settings =
        new ServiceBusJmsConnectionFactorySettings(options);
    settings.setShouldReconnect(false);
    return new ServiceBusJmsConnectionFactory(
        bus.keyName(), bus.key(), bus.hostAndPort(), settings);
  }
}
