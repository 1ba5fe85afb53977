package factory.integration.query.provider;

import factory.integration.api.messaging.Page;
import factory.integration.api.provider.FindProviders;
import factory.integration.api.provider.GetProvider;
import factory.integration.api.provider.ProviderView;
import factory.integration.query.registry.Registry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which providers there are. */
final class ProviderQueryHandler {

  private final Registry<ProviderView> providers;

  ProviderQueryHandler(Registry<ProviderView> providers) {
    this.providers = providers;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindProviders query) {
    return providers.page(query.tenant(), null, query.limit(), query.cursor());
  }

  @QueryHandler
  Optional<ProviderView> handle(GetProvider query) {
    return providers.get(query.tenant(), query.providerId().value());
  }
}
