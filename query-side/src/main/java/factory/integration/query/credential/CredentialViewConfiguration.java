package factory.integration.query.credential;

import factory.integration.api.credential.CredentialView;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialViewConfiguration {

  @Bean
  CredentialProjection credentialProjection(RegistryStore store) {
    return new CredentialProjection(registry(store));
  }

  @Bean
  CredentialQueryHandler credentialQueryHandler(RegistryStore store) {
    return new CredentialQueryHandler(registry(store));
  }

  private static Registry<CredentialView> registry(RegistryStore store) {
    return new Registry<>(store, RegistryKind.CREDENTIAL, CredentialView.class);
  }
}
