package factory.integration.gateway.event;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.request.BodyLimit;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.subscription.VettedUrls;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishProperties.class)
class EventConfiguration {

  private static final int MAX_BATCH = 500;

  @Bean
  PublishTranslator publishTranslator(
      Messages messages, VettedUrls urls, SecretVault vault, UniqueIds ids, Clock clock) {
    return new PublishTranslator(new RoutingTranslator(messages, urls, vault), ids, clock);
  }

  @Bean
  EventPublisher eventPublisher(PublishTranslator translator, Messages messages) {
    return new EventPublisher(translator, messages);
  }

  @Bean
  BatchPublisher batchPublisher(
      PublishTranslator translator,
      EventPublisher publisher,
      Messages messages,
      ProblemTranslator problems) {
    return new BatchPublisher(translator, publisher, messages, problems);
  }

  @Bean
  BatchParser batchParser(PublishProperties properties) {
    return new BatchParser(MAX_BATCH, properties.maxBodyBytes());
  }

  @Bean
  BodyLimit publishLimit(PublishProperties properties) {
    return new BodyLimit("/v1/events", properties.maxBodyBytes());
  }

  @Bean
  BodyLimit batchLimit(PublishProperties properties) {
    return new BodyLimit("/v1/events/batch", properties.maxBatchBytes());
  }
}
