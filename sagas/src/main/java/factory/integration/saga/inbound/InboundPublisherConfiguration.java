package factory.integration.saga.inbound;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboundPublisherConfiguration {

  @Bean
  InboundPublisher inboundPublisher(CommandGateway commands) {
    return new InboundPublisher(commands);
  }
}
