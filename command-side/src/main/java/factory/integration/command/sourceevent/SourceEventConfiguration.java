package factory.integration.command.sourceevent;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceEventConfiguration {

  @Bean
  ConfigurerModule sourceEvent() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(SourceEvent.class)
                .configureWeakReferenceCache());
  }
}
