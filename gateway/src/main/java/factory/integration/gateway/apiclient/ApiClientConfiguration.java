package factory.integration.gateway.apiclient;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.gateway.provider.Providers;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiClientConfiguration {

  @Bean
  ApiClientReader apiClientReader(
      JsonMapping mapping, JsonSchemaCheck schemas, Providers providers) {
    OperationReader operations = new OperationReader(new OperationLanguage(mapping, schemas));
    return new ApiClientReader(operations, providers);
  }

  @Bean
  ApiClients apiClients(Messages messages, Clock clock) {
    return new ApiClients(messages, clock);
  }
}
