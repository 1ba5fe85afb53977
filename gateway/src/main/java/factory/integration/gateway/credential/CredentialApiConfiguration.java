package factory.integration.gateway.credential;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.subscription.VettedUrls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialApiConfiguration {

  @Bean
  CredentialReads credentialReads(Messages messages) {
    return new CredentialReads(messages);
  }

  @Bean
  Credentials credentials(
      Messages messages,
      CredentialReads reads,
      VettedUrls urls,
      SecretVault vault,
      UniqueIds ids,
      Clock clock) {
    CredentialVault secrets = new CredentialVault(vault, ids);
    TokenEndpoints endpoints = new TokenEndpoints(urls);
    CredentialReader reader =
        new CredentialReader(endpoints, new RotationReader(endpoints, secrets), secrets);
    return new Credentials(messages, reads, reader, secrets, ids, clock);
  }
}
