package factory.integration.command.provider;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.RegisterIntegrationProvider;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A provider that people registered; what was registered stays. */
final class IntegrationProvider {

  @AggregateIdentifier private @Nullable ProviderId providerId;
  private @Nullable ProviderSettings settings;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(RegisterIntegrationProvider command) {
    if (providerId != null) {
      CommandRejected.unless(command.settings().equals(settings), Reason.PROVIDER_KEY_TAKEN);
      return true;
    }
    apply(new IntegrationProviderRegistered(command.providerId(), command.settings()));
    return false;
  }

  @EventSourcingHandler
  void evolve(IntegrationProviderRegistered event) {
    providerId = event.providerId();
    settings = event.settings();
  }

  IntegrationProvider() {}
}
