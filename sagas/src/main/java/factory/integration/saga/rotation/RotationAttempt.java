package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import org.axonframework.messaging.MetaData;

/**
 * An attempt to make a version.
 *
 * @param context of what is sent on its behalf
 */
record RotationAttempt(
    CredentialId credentialId, int version, int attempt, SecretRef candidate, MetaData context) {

  TenantId tenant() {
    return new TenantId(String.valueOf(context.get(ContextKeys.TENANT_ID)));
  }

  /** Names the attempt among all. */
  String name() {
    return credentialId + ":" + version + ":" + attempt;
  }
}
