package factory.integration.gateway.provider;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.subscription.VettedUrls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  ProviderReader providerReader(VettedUrls urls, JsonMapping mapping) {
    return new ProviderReader(urls, mapping);
  }

  @Bean
  Providers providers(Messages messages, Clock clock) {
    return new Providers(messages, clock);
  }
}
