package factory.integration.api.connection;

import factory.integration.api.messaging.TenantId;

/** Calls a provider's probe; answered by whoever makes the calls. */
public interface ConnectionTester {

  /**
   * Calls the probe with the connection's credential, in the calling thread, for at most 15
   * seconds. Where the provider has no probe, only the credential is looked for.
   */
  ConnectionCheck test(TenantId tenant, ConnectionSettings settings);
}
