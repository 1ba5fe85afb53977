package factory.integration.query.credential;

import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.FindCredentials;
import factory.integration.api.credential.GetCredential;
import factory.integration.api.messaging.Page;
import factory.integration.query.registry.Registry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which credentials there are. */
final class CredentialQueryHandler {

  private final Registry<CredentialView> registry;

  CredentialQueryHandler(Registry<CredentialView> registry) {
    this.registry = registry;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindCredentials query) {
    return registry.page(query.tenant(), null, query.limit(), query.cursor());
  }

  @QueryHandler
  Optional<CredentialView> handle(GetCredential query) {
    return registry.get(query.tenant(), query.credentialId().value());
  }
}
