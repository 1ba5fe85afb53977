package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.GetCredential;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reads credentials, also the caller's own changes: the read model follows a little later. */
final class CredentialReads {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

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
    long start = System.nanoTime();
    Optional<CredentialView> view = find(tenant, id);
    while (view.filter(it -> it.revision() >= revision).isEmpty()
        && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      view = find(tenant, id);
    }
    return view;
  }

  private Optional<CredentialView> find(TenantId tenant, CredentialId id) {
    return messages.find(new GetCredential(tenant, id), CredentialView.class);
  }
}
