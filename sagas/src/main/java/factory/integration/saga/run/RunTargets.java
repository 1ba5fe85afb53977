package factory.integration.saga.run;

import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.registry.RegisteredIntegrations;

/** Puts together what a connection's calls need. */
final class RunTargets {

  private final RegisteredIntegrations registered;

  RunTargets(RegisteredIntegrations registered) {
    this.registered = registered;
  }

  /** The target of a connection; one whose parts are missing is a fault of our own. */
  RunTarget of(TenantId tenant, ConnectionSettings connection) {
    return new RunTarget(
        tenant,
        connection,
        registered
            .provider(tenant, connection.providerId())
            .orElseThrow(() -> missing(connection.providerId())),
        registered
            .apiClient(tenant, connection.apiClientId())
            .orElseThrow(() -> missing(connection.apiClientId())));
  }

  private static IllegalStateException missing(Object id) {
    return new IllegalStateException("a connection needs " + id + ", which is not registered");
  }
}
