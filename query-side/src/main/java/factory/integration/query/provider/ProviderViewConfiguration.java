package factory.integration.query.provider;

import factory.integration.api.provider.ProviderView;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProviderViewConfiguration {

  @Bean
  Registry<ProviderView> providerRegistry(RegistryStore store) {
    return new Registry<>(store, RegistryKind.PROVIDER, ProviderView.class);
  }

  @Bean
  ProviderProjection providerProjection(Registry<ProviderView> providers) {
    return new ProviderProjection(providers);
  }

  @Bean
  ProviderQueryHandler providerQueryHandler(Registry<ProviderView> providers) {
    return new ProviderQueryHandler(providers);
  }
}
