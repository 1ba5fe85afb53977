package factory.integration.gateway.connectionsettings;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.GetApiClient;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.GetCredential;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.GetProvider;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.ProviderView;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Messages;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what a connection calls among what the tenant registered. */
final class ConnectionTargets {

  private final Messages messages;

  ConnectionTargets(Messages messages) {
    this.messages = messages;
  }

  /** The target; null and errors where a part of it is missing or does not fit. */
  @Nullable Target read(ConnectionRequest request, TenantId tenant, FieldErrors errors) {
    ProviderView provider =
        find(
            request.providerId(),
            id -> new GetProvider(tenant, new ProviderId(id)),
            ProviderView.class);
    if (provider == null) {
      errors.add("providerId", "must be the id of a provider that is registered");
    }
    ApiClientView client = client(request.apiClientId(), provider, tenant, errors);
    CredentialView credential = credential(request.credentialId(), provider, tenant, errors);
    return provider == null || client == null
        ? null
        : new Target(
            provider.providerId(),
            client.apiClientId(),
            credential == null ? null : credential.credentialId(),
            client.definition());
  }

  /** The target of a connection that there is already. */
  Target stored(ConnectionSettings settings, TenantId tenant) {
    return new Target(
        settings.providerId(),
        settings.apiClientId(),
        settings.credentialId(),
        messages
            .find(new GetApiClient(tenant, settings.apiClientId()), ApiClientView.class)
            .map(ApiClientView::definition)
            .orElse(null));
  }

  private @Nullable ApiClientView client(
      @Nullable String text, @Nullable ProviderView provider, TenantId tenant, FieldErrors errors) {
    ApiClientView client =
        find(text, id -> new GetApiClient(tenant, new ApiClientId(id)), ApiClientView.class);
    if (client == null) {
      errors.add("apiClientId", "must be the id of a version of an API client that is registered");
    } else if (provider != null
        && !client.definition().providerId().equals(provider.providerId())) {
      errors.add("apiClientId", "is a client of " + client.definition().providerId());
    }
    return client;
  }

  private @Nullable CredentialView credential(
      @Nullable String text, @Nullable ProviderView provider, TenantId tenant, FieldErrors errors) {
    if (text == null) {
      return null;
    }
    CredentialView credential =
        find(text, id -> new GetCredential(tenant, new CredentialId(id)), CredentialView.class);
    if (credential == null) {
      errors.add("credentialId", "must be the id of a credential that is registered");
    } else if (provider != null && !takes(provider.settings(), credential)) {
      errors.add(
          "credentialId",
          "is of type "
              + credential.settings().scheme().type().label()
              + ", which the provider does not take");
    }
    return credential;
  }

  /** A provider that names no scheme takes any. */
  private static boolean takes(ProviderSettings provider, CredentialView credential) {
    String type = credential.settings().scheme().type().name();
    return provider.authSchemes().isEmpty()
        || provider.authSchemes().stream().anyMatch(scheme -> scheme.name().equals(type));
  }

  private <V> @Nullable V find(
      @Nullable String text, Function<String, Object> query, Class<V> view) {
    Object asked = Filters.condition(text, query).value();
    return asked == null ? null : messages.find(asked, view).orElse(null);
  }
}
