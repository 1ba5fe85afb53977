package factory.integration.gateway.inbound;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.event.PublishPace;
import factory.integration.gateway.request.BodyLimit;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundProperties.class)
class InboundConfiguration {

  @Bean
  BodyLimit inboundLimit(InboundProperties properties) {
    return new BodyLimit("/v1/inbound/", properties.maxBodyBytes());
  }

  @Bean
  InboundEndpoints inboundEndpoints(Messages messages) {
    return new InboundEndpoints(messages, System::nanoTime);
  }

  @Bean
  Rejections inboundRejections() {
    return new Rejections();
  }

  @Bean
  InboundResults inboundResults() {
    return new InboundResults();
  }

  @Bean
  WebhookGate webhookGate(SecretVault vault, Rejections rejections, InboundResults results) {
    return new WebhookGate(vault, rejections, results);
  }

  @Bean
  WebhookIngest webhookIngest(
      JsonMapping expressions,
      PublishPace pace,
      Messages messages,
      InboundResults results,
      Clock clock) {
    return new WebhookIngest(new WebhookMapper(expressions), pace, messages, results, clock);
  }
}
