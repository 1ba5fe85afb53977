package factory.integration.adapter.servicebus.connect;

import com.azure.core.credential.TokenCredential;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactory;
import com.azure.servicebus.jms.ServiceBusJmsConnectionFactorySettings;
import jakarta.jms.JMSException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Connects to the bus. */
public final class BusConnector {

  /**
   * A closed connection stays closed, since the library's own reconnecting would send anew what is
   * given back as failed; hyphens in property names; waiting for the network thread by short naps,
   * which costs half of what being woken costs, message by message; few messages ahead, since what
   * one consumer holds no other takes.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "jms.validatePropertyNames", "false",
          "jms.connectTimeout", "10000",
          "jms.requestTimeout", "10000",
          "jms.closeTimeout", "3000",
          "transport.connectTimeout", "5000",
          "jms.prefetchPolicy.all", "20",
          "provider.futureType", "progressive");

  private final Supplier<BusTarget> target;
  private final Duration sendTimeout;

  /**
   * @param target asked before each attempt to connect
   */
  public BusConnector(Supplier<BusTarget> target, Duration sendTimeout) {
    this.target = target;
    this.sendTimeout = sendTimeout;
  }

  /**
   * A connection that whoever asked for it closes.
   *
   * @throws JMSException when the bus is away or refuses, or there is no token for it
   */
  public BusConnection open() throws JMSException {
    try {
      BusTarget bus = target.get();
      return new BusConnection(bus, factory(bus).createConnection());
    } catch (RuntimeException e) {
      JMSException failed = new JMSException("no connection to the bus: " + e.getMessage());
      failed.initCause(e);
      throw failed;
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
    return switch (bus.access()) {
      case BusAccess.SharedKey(String name, String key) ->
          new ServiceBusJmsConnectionFactory(name, key, bus.hostAndPort(), settings);
      case BusAccess.Tokens(TokenCredential credential) ->
          new ServiceBusJmsConnectionFactory(credential, bus.hostAndPort(), settings);
    };
  }
}
