package factory.integration.saga.credential;

import factory.integration.api.vault.SecretVault;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.TokenClient;
import java.time.InstantSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

  @Bean
  CredentialStates credentialStates(EventStore eventStore, InstantSource clock) {
    return new CredentialStates(eventStore, clock);
  }

  @Bean
  CredentialSecrets credentialSecrets(SecretVault vault) {
    return new CredentialSecrets(vault);
  }

  @Bean
  RefreshTokens refreshTokens(
      TokenClient client, CredentialSecrets secrets, CommandGateway commands) {
    return new RefreshTokens(client, secrets, commands);
  }

  @Bean
  CredentialSource credentialSource(
      CredentialStates states,
      CredentialSecrets secrets,
      AccessTokens tokens,
      TokenClient client,
      RefreshTokens refreshTokens) {
    return new VaultCredentialSource(states, secrets, tokens, client, refreshTokens);
  }

  @Bean
  NewVersions newVersions(
      CredentialSecrets secrets,
      TokenClient client,
      RefreshTokens refreshTokens,
      ObjectProvider<CredentialOperation> operation) {
    return new NewVersions(
        secrets,
        client,
        refreshTokens,
        (tenant, id, method) -> {
          CredentialOperation available = operation.getIfAvailable();
          if (available == null) {
            throw new CredentialUnavailable(false, "this platform runs no operations");
          }
          return available.newSecret(tenant, id, method);
        });
  }
}
