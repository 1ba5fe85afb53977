package factory.integration.api.provider;

/** What can be asked of a provider. */
public sealed interface ProviderCommand permits RegisterIntegrationProvider {

  ProviderId providerId();
}
