package factory.integration.saga.failure;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

  @Bean
  DeadLetterRecorder deadLetterRecorder(CommandGateway commands) {
    return new DeadLetterRecorder(commands);
  }
}
