package factory.integration.query.apiclient;

import factory.integration.api.apiclient.ApiClientView;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiClientViewConfiguration {

  @Bean
  Registry<ApiClientView> apiClientRegistry(RegistryStore store) {
    return new Registry<>(store, RegistryKind.API_CLIENT, ApiClientView.class);
  }

  @Bean
  ApiClientProjection apiClientProjection(Registry<ApiClientView> clients) {
    return new ApiClientProjection(clients);
  }

  @Bean
  ApiClientQueryHandler apiClientQueryHandler(Registry<ApiClientView> clients) {
    return new ApiClientQueryHandler(clients);
  }
}
