package factory.integration.adapter.servicebus;

import com.azure.identity.DefaultAzureCredentialBuilder;
import factory.integration.adapter.servicebus.ServiceBusProperties.Bus;
import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.connect.BusTarget;
import factory.integration.adapter.servicebus.embedded.BrokerAccess;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Publication to a Service Bus namespace or, by default, to a broker in this process. It comes
 * first, so that the broker starts while the rest of the platform is being made.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(ServiceBusProperties.class)
public class ServiceBusAutoConfiguration {

  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  @Bean
  @ConditionalOnProperty(
      name = "platform.bus.mode",
      havingValue = "embedded",
      matchIfMissing = true)
  EmbeddedBroker embeddedBroker(ServiceBusProperties properties, InstantSource clock) {
    EmbeddedBroker broker =
        new EmbeddedBroker(properties.directory(), properties.bus().embedded(), clock);
    broker.begin();
    return broker;
  }

  @Bean
  BusConnector busConnector(
      ServiceBusProperties properties, ObjectProvider<EmbeddedBroker> broker) {
    Bus bus = properties.bus();
    EmbeddedBroker embedded = broker.getIfAvailable();
    Supplier<BusTarget> target =
        embedded == null ? namespace(bus) : () -> embedded(bus, embedded.access());
    return new BusConnector(target, bus.sendTimeout());
  }

  @Bean
  ServiceBusEnvelopePublisher envelopePublisher(
      ServiceBusProperties properties, BusConnector connector) {
    Bus bus = properties.bus();
    LinkOpener opener = new LinkOpener(connector, bus.sendTimeout(), bus.maxInFlight());
    return new ServiceBusEnvelopePublisher(
        () ->
            new BusLinks(
                bus.links(),
                () ->
                    new BusSender(
                        opener, new Backoff(FIRST_RETRY, LONGEST_RETRY, System::nanoTime))));
  }

  private static Supplier<BusTarget> namespace(Bus bus) {
    String host = bus.namespace();
    BusTarget target =
        host == null
            ? BusTarget.of(Objects.requireNonNull(bus.connectionString()), bus.options())
            : BusTarget.of(host, new DefaultAzureCredentialBuilder().build(), bus.options());
    return () -> target;
  }

  private static BusTarget embedded(Bus bus, BrokerAccess access) {
    Map<String, String> options = new HashMap<>(access.trust());
    options.putAll(bus.options());
    return BusTarget.of(access.connectionString(), options);
  }
}
