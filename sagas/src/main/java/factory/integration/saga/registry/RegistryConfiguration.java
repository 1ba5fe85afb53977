package factory.integration.saga.registry;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

  @Bean
  RegisteredIntegrations registeredIntegrations(EventStore eventStore, Clock clock) {
    RegisteredIntegrations registered = new RegisteredIntegrations(eventStore, clock);
    eventStore.subscribe(registered::forgetChanged);
    return registered;
  }
}
