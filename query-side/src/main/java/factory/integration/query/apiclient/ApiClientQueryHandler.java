package factory.integration.query.apiclient;

import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.FindApiClients;
import factory.integration.api.apiclient.GetApiClient;
import factory.integration.api.messaging.Page;
import factory.integration.query.registry.Registry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which API clients there are. */
final class ApiClientQueryHandler {

  private final Registry<ApiClientView> clients;

  ApiClientQueryHandler(Registry<ApiClientView> clients) {
    this.clients = clients;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindApiClients query) {
    String provider = query.providerId() == null ? null : query.providerId().value();
    return clients.page(query.tenant(), provider, query.limit(), query.cursor());
  }

  @QueryHandler
  Optional<ApiClientView> handle(GetApiClient query) {
    return clients.get(query.tenant(), query.apiClientId().value());
  }
}
