package factory.integration.api.apiclient;

/** What can be asked of an API client. */
public sealed interface ApiClientCommand
    permits RegisterExternalApiClient, DeprecateExternalApiClient {

  ApiClientId apiClientId();
}
