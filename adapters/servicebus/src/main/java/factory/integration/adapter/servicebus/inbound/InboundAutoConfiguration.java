package factory.integration.adapter.servicebus.inbound;

import factory.integration.adapter.servicebus.ServiceBusAutoConfiguration;
import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.gateway.intake.EventIntake;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Taking events from the inbound queue of the bus. */
@AutoConfiguration(after = ServiceBusAutoConfiguration.class)
@ConditionalOnBean(EventIntake.class)
@EnableConfigurationProperties(InboundProperties.class)
public class InboundAutoConfiguration {

  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  @Bean
  @ConditionalOnProperty(name = "platform.bus.inbound.enabled", matchIfMissing = true)
  InboundListener inboundListener(
      InboundProperties properties,
      BusConnector connector,
      EventIntake intake,
      StoreHealth store,
      ObjectProvider<EmbeddedBroker> broker) {
    Refusal refusal =
        broker.getIfAvailable() == null ? new RefusalByRejection() : new RefusalByCopy();
    InboundTaker taker = new InboundTaker(intake::take, refusal);
    return new InboundListener(
        properties.consumers(),
        () ->
            new InboundConsumer(
                connector,
                taker,
                store,
                new Backoff(FIRST_RETRY, LONGEST_RETRY, System::nanoTime)));
  }

  @Bean
  DeadLetterQueue busDeadLetters(BusConnector connector) {
    return new DeadLetterQueue(connector);
  }

  @Bean
  @ConditionalOnProperty(name = "platform.bus.inbound.enabled", matchIfMissing = true)
  DeadLetterWatch busDeadLetterWatch(DeadLetterQueue letters) {
    return new DeadLetterWatch(letters::count, LOOK_EVERY);
  }
}
