package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.GetCredential;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import java.util.Optional;

/** Reads credentials, also the caller's own changes: the read model follows a little later. */
final class CredentialReads {

  private final Messages messages;

  CredentialReads(Messages messages) {
    this.messages = messages;
  }

  /** The tenant's credential of that id; any other id is not found. */
  CredentialView get(TenantId tenant, String id) {
    CredentialId known = Messages.idOf("credential", id, CredentialId::new);
    return find(tenant, known).orElseThrow(() -> RequestRefused.notFound("credential"));
  }

  /** What the read model shows once it has that revision, or has taken too long; may be empty. */
  Optional<CredentialView> await(TenantId tenant, CredentialId id, long revision) {
    return FollowingRead.<CredentialView>until(
            view -> view.revision() >= revision, () -> find(tenant, id))
        .or(() -> find(tenant, id));
  }

  private Optional<CredentialView> find(TenantId tenant, CredentialId id) {
    return messages.find(new GetCredential(tenant, id), CredentialView.class);
  }
}
