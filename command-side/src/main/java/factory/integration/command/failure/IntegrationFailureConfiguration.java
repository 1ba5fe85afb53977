package factory.integration.command.failure;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntegrationFailureConfiguration {

  @Bean
  ConfigurerModule integrationFailure() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(IntegrationFailure.class)
                .configureWeakReferenceCache());
  }
}
