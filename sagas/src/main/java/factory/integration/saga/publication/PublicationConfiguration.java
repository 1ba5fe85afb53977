package factory.integration.saga.publication;

import factory.integration.api.catalogue.PublishedEventCatalogue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationProperties.class)
class PublicationConfiguration {

  @Bean
  EnvelopePublication envelopePublication(
      EnvelopePublisher publisher, PublicationProperties properties) {
    return new EnvelopePublication(
        publisher,
        new EnvelopeFactory(
            JsonMapper.shared().writer(),
            PublishedEventCatalogue::schemaVersionOf,
            properties.maxMessageSize().toBytes()));
  }
}
