package factory.integration.saga.registry;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What was registered, read from its events when it is needed: not late as a view may be. A
 * connection that was changed on another node is known as it was for at most a second more.
 */
public final class RegisteredIntegrations {

  private static final Duration CHANGING = Duration.ofSeconds(1);

  /** Providers and versions of clients never change; the limit only bounds what is kept. */
  private static final Duration LASTING = Duration.ofMinutes(10);

  private final FoldedEvents<Connection> connections;
  private final FoldedEvents<ProviderSettings> providers;
  private final FoldedEvents<ApiClientDefinition> apiClients;

  public RegisteredIntegrations(EventStore store, InstantSource clock) {
    connections =
        new FoldedEvents<>(store, clock, CHANGING, RegisteredIntegrations::nextConnection);
    providers = new FoldedEvents<>(store, clock, LASTING, RegisteredIntegrations::nextProvider);
    apiClients = new FoldedEvents<>(store, clock, LASTING, RegisteredIntegrations::nextApiClient);
  }

  /** The tenant's connection of that id, whatever its status is. */
  public Optional<Connection> connection(TenantId tenant, ConnectionId id) {
    return connections.find(tenant, id.value());
  }

  /** The tenant's provider of that id. */
  public Optional<ProviderSettings> provider(TenantId tenant, ProviderId id) {
    return providers.find(tenant, id.value());
  }

  /** The tenant's version of an API client of that id, deprecated or not. */
  public Optional<ApiClientDefinition> apiClient(TenantId tenant, ApiClientId id) {
    return apiClients.find(tenant, id.value());
  }

  /** Notices what this node stores, so that its own changes count at once. */
  void forgetChanged(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> event : events) {
      if (event.getPayload() instanceof ConnectionEvent changed) {
        connections.forgetWhenStored(changed.connectionId().value());
      }
    }
  }

  private static @Nullable Connection nextConnection(@Nullable Connection known, Object event) {
    if (event instanceof IntegrationConnectionRequested requested) {
      return Connection.requested(requested);
    }
    return known != null && event instanceof ConnectionEvent next ? known.after(next) : known;
  }

  private static @Nullable ProviderSettings nextProvider(
      @Nullable ProviderSettings known, Object event) {
    return event instanceof IntegrationProviderRegistered registered
        ? registered.settings()
        : known;
  }

  private static @Nullable ApiClientDefinition nextApiClient(
      @Nullable ApiClientDefinition known, Object event) {
    return event instanceof ExternalApiClientRegistered registered
        ? registered.definition()
        : known;
  }
}
