package factory.integration.saga.rotation;

import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.credential.NewVersions;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Removes secrets from the vault that are not used any more. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.CREDENTIAL_CLEANING)
final class SecretCleaner {

  private final NewVersions versions;

  SecretCleaner(NewVersions versions) {
    this.versions = versions;
  }

  @EventHandler
  void on(CredentialVersionRetired event, @MetaDataValue(ContextKeys.TENANT_ID) String tenant) {
    versions.forget(new TenantId(tenant), event.secret());
  }

  @EventHandler
  void on(RefreshTokenReplaced event, @MetaDataValue(ContextKeys.TENANT_ID) String tenant) {
    versions.forget(new TenantId(tenant), event.previous());
  }

  @EventHandler
  void on(CredentialRotationFailed event, @MetaDataValue(ContextKeys.TENANT_ID) String tenant) {
    if (event.candidate() != null) {
      versions.forget(new TenantId(tenant), event.candidate());
    }
  }
}
