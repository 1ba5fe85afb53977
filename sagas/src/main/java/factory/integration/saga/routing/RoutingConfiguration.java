package factory.integration.saga.routing;

import factory.integration.api.messaging.ReadAhead;
import factory.integration.saga.sourceevent.SourceEvents;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Bean
  SubscriptionDirectory subscriptionDirectory(SubscriptionStore store) {
    return new SubscriptionDirectory(store);
  }

  @Bean
  EventRouter eventRouter(
      SubscriptionDirectory directory,
      SourceEvents sourceEvents,
      CommandGateway commands,
      ReadAhead readAhead) {
    return new EventRouter(directory, sourceEvents, commands, readAhead);
  }
}
