package factory.integration.gateway.inboundsource;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.inbound.InboundEndpoints;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

  @Bean
  SourceSettingsReader sourceSettingsReader(JsonMapping expressions) {
    return new SourceSettingsReader(new MappingReader(expressions));
  }

  @Bean
  SourceSecrets sourceSecrets(SecretVault vault, UniqueIds ids) {
    return new SourceSecrets(vault, ids);
  }

  @Bean
  InboundSourceReads inboundSourceReads(Messages messages) {
    return new InboundSourceReads(messages);
  }

  @Bean
  InboundSources inboundSources(
      Messages messages,
      InboundSourceReads reads,
      InboundEndpoints endpoints,
      UniqueIds ids,
      Clock clock) {
    return new InboundSources(messages, reads, endpoints, ids, clock);
  }

  @Bean
  SourcePatches sourcePatches(
      SourceSettingsReader settings, InboundSources sources, InboundSourceReads reads) {
    return new SourcePatches(settings, sources, reads);
  }
}
