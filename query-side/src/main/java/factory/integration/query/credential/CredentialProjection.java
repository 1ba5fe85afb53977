package factory.integration.query.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.registry.Registry;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each credential as its latest event left it. */
@ProcessingGroup(ProcessingGroups.CREDENTIALS)
final class CredentialProjection {

  private final Registry<CredentialView> registry;

  CredentialProjection(Registry<CredentialView> registry) {
    this.registry = registry;
  }

  @EventHandler
  void on(
      IntegrationCredentialRegistered event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    String id = event.credentialId().value();
    registry.add(
        new Registry.Origin(tenant, id, null, at, token),
        CredentialView.registered(event.credentialId(), event.settings(), at));
  }

  @EventHandler
  void on(CredentialRotationStarted event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(
        event.credentialId(), revision, view -> CredentialViews.started(view, event, revision, at));
  }

  @EventHandler
  void on(CredentialRotationResumed event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(event.credentialId(), revision, view -> CredentialViews.seen(view, revision, at));
  }

  @EventHandler
  void on(CredentialRotationFailed event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(
        event.credentialId(), revision, view -> CredentialViews.failed(view, event, revision, at));
  }

  @EventHandler
  void on(CredentialRotated event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(
        event.credentialId(), revision, view -> CredentialViews.rotated(view, event, revision, at));
  }

  @EventHandler
  void on(RefreshTokenReplaced event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(event.credentialId(), revision, view -> CredentialViews.seen(view, revision, at));
  }

  @EventHandler
  void on(CredentialVersionRetired event, @SequenceNumber long revision, @Timestamp Instant at) {
    change(
        event.credentialId(), revision, view -> CredentialViews.retired(view, event, revision, at));
  }

  @ResetHandler
  void reset() {
    registry.clear();
  }

  private void change(CredentialId id, long revision, UnaryOperator<CredentialView> change) {
    registry.change(id.value(), revision, change);
  }
}
