package factory.integration.saga.connection;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.credential.CredentialProbe;
import factory.integration.saga.credential.ProbeOutcome;

/** Tries a version of a credential on each established connection that calls with it. */
final class CredentialTrial implements CredentialProbe {

  private final ConnectionDirectory directory;
  private final ProviderProbes probes;

  CredentialTrial(ConnectionDirectory directory, ProviderProbes probes) {
    this.directory = directory;
    this.probes = probes;
  }

  @Override
  public ProbeOutcome probe(TenantId tenant, CredentialId id, int version) {
    for (EstablishedConnection connection : directory.ofTenant(tenant)) {
      if (id.equals(connection.settings().credentialId())) {
        Probe probe = probes.probe(tenant, connection.settings(), version);
        if (probe.category() != null) {
          return new ProbeOutcome.Refused(
              probe.category(), connection.connectionId() + ": " + probe.check().detail());
        }
      }
    }
    return new ProbeOutcome.Passed();
  }
}
