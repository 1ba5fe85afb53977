package factory.integration.api.provider;

/** What happened to a provider. */
public sealed interface ProviderEvent permits IntegrationProviderRegistered {

  ProviderId providerId();
}
