package factory.integration.gateway.inbox;

import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("platform.inbox.enabled")
class InboxConfiguration {

  @Bean
  Inbox inbox(Messages messages, SecretVault vault, Clock clock) {
    return new Inbox(new InboxSecrets(messages, vault), clock);
  }
}
