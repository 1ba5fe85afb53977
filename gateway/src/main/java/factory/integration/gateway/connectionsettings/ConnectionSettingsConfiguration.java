package factory.integration.gateway.connectionsettings;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.subscription.VettedUrls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionSettingsConfiguration {

  @Bean
  ConnectionReader connectionReader(
      Messages messages, VettedUrls urls, JsonMapping mapping, JsonSchemaCheck schemas) {
    ConnectionLanguage language = new ConnectionLanguage(mapping, schemas);
    return new ConnectionReader(
        new ConnectionTargets(messages),
        urls,
        new GovernanceReader(language),
        new TriggerReader(language));
  }
}
