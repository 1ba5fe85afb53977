package factory.integration.api.apiclient;

/** What happened to an API client. */
public sealed interface ApiClientEvent
    permits ExternalApiClientRegistered, ExternalApiClientDeprecated {

  ApiClientId apiClientId();
}
