package factory.integration.query.apiclient;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.ExternalApiClientDeprecated;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.registry.Registry;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each version of an API client, by its provider. */
@ProcessingGroup(ProcessingGroups.API_CLIENTS)
final class ApiClientProjection {

  private final Registry<ApiClientView> clients;

  ApiClientProjection(Registry<ApiClientView> clients) {
    this.clients = clients;
  }

  @EventHandler
  void on(
      ExternalApiClientRegistered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    ApiClientDefinition definition = event.definition();
    String id = event.apiClientId().value();
    String provider = definition.providerId().value();
    ApiClientView view = new ApiClientView(event.apiClientId(), definition, null, null, at);
    clients.add(new Registry.Origin(tenant, id, provider, at, token), view);
  }

  @EventHandler
  void on(ExternalApiClientDeprecated event, @SequenceNumber long version, @Timestamp Instant at) {
    clients.change(
        event.apiClientId().value(), version, view -> view.deprecated(event.reason(), at));
  }

  @ResetHandler
  void reset() {
    clients.clear();
  }
}
