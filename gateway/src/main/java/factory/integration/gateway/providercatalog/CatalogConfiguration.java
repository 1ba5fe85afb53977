package factory.integration.gateway.providercatalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

  @Bean
  ProviderCatalog providerCatalog() {
    return new ProviderCatalog();
  }
}
