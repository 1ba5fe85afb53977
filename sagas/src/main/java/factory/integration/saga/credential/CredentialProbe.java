package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.TenantId;

/** Tries a version of a credential on everything that uses it. */
public interface CredentialProbe {

  /** Waits for the answers, in the calling thread; every way it can end is a value. */
  ProbeOutcome probe(TenantId tenant, CredentialId id, int version);
}
