package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.TenantId;

/** Runs an operation of a provider that makes a credential's next secret. */
public interface CredentialOperation {

  /**
   * The new secret; asked again for the same candidate, the operation may run again.
   *
   * @throws CredentialUnavailable when the operation gives none
   */
  String newSecret(TenantId tenant, CredentialId id, RotationMethod.ByOperation method);
}
