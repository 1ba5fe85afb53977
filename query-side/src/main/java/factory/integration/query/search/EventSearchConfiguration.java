package factory.integration.query.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventSearchConfiguration {

  @Bean
  EventSearchProjection eventSearchProjection(SearchIndex index) {
    return new EventSearchProjection(index);
  }
}
