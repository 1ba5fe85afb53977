package factory.integration.query.provider;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderView;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.registry.Registry;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each provider that was registered. */
@ProcessingGroup(ProcessingGroups.PROVIDERS)
final class ProviderProjection {

  private final Registry<ProviderView> providers;

  ProviderProjection(Registry<ProviderView> providers) {
    this.providers = providers;
  }

  @EventHandler
  void on(
      IntegrationProviderRegistered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    String id = event.providerId().value();
    ProviderView view = new ProviderView(event.providerId(), event.settings(), at);
    providers.add(new Registry.Origin(tenant, id, null, at, token), view);
  }

  @ResetHandler
  void reset() {
    providers.clear();
  }
}
