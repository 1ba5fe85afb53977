package factory.integration.gateway.subscription;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.endpointauth.AuthSecrets;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

  @Bean
  VettedUrls vettedUrls(EndpointVetting vetting) {
    return new VettedUrls(vetting);
  }

  @Bean
  SettingsReader settingsReader(VettedUrls urls, SecretVault vault, UniqueIds ids) {
    return new SettingsReader(urls, new AuthSecrets(vault, ids));
  }

  @Bean
  WebhookSecrets webhookSecrets(SecretVault vault, UniqueIds ids) {
    return new WebhookSecrets(vault, ids);
  }

  @Bean
  SubscriptionReads subscriptionReads(Messages messages) {
    return new SubscriptionReads(messages);
  }

  @Bean
  Subscriptions subscriptions(
      Messages messages, SubscriptionReads reads, UniqueIds ids, Clock clock) {
    return new Subscriptions(messages, reads, ids, clock);
  }

  @Bean
  SubscriptionPatches subscriptionPatches(
      SettingsReader settings, Subscriptions subscriptions, SubscriptionReads reads) {
    return new SubscriptionPatches(settings, subscriptions, reads);
  }
}
