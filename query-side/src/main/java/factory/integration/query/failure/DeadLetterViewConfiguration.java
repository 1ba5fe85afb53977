package factory.integration.query.failure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadLetterViewConfiguration {

  @Bean
  DeadLetterProjection deadLetterProjection(DeadLetterStore store) {
    return new DeadLetterProjection(store);
  }

  @Bean
  DeadLetterQueryHandler deadLetterQueryHandler(DeadLetterStore store) {
    return new DeadLetterQueryHandler(store);
  }
}
