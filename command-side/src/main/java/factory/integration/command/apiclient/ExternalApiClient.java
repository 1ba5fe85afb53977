package factory.integration.command.apiclient;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.DeprecateExternalApiClient;
import factory.integration.api.apiclient.ExternalApiClientDeprecated;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.apiclient.RegisterExternalApiClient;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One version of a provider's API client; its definition never changes. */
final class ExternalApiClient {

  @AggregateIdentifier private @Nullable ApiClientId apiClientId;
  private @Nullable ApiClientDefinition definition;
  private boolean deprecated;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(RegisterExternalApiClient command) {
    if (apiClientId != null) {
      CommandRejected.unless(
          command.definition().equals(definition), Reason.API_CLIENT_VERSION_TAKEN);
      return true;
    }
    apply(new ExternalApiClientRegistered(command.apiClientId(), command.definition()));
    return false;
  }

  @EventSourcingHandler
  void evolve(ExternalApiClientRegistered event) {
    apiClientId = event.apiClientId();
    definition = event.definition();
  }

  @CommandHandler
  long decide(DeprecateExternalApiClient command) {
    if (!deprecated) {
      apply(new ExternalApiClientDeprecated(command.apiClientId(), command.reason()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(ExternalApiClientDeprecated event) {
    deprecated = true;
  }

  ExternalApiClient() {}
}
