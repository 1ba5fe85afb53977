package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.GetInboundSource;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import java.util.Optional;

/** Reads inbound sources, also the caller's own changes: the read model follows a little later. */
final class InboundSourceReads {

  private final Messages messages;

  InboundSourceReads(Messages messages) {
    this.messages = messages;
  }

  /** The tenant's source of that id; any other id is not found. */
  InboundSourceView get(TenantId tenant, String id) {
    InboundSourceId known = Messages.idOf("inbound source", id, InboundSourceId::new);
    return find(tenant, known).orElseThrow(() -> RequestRefused.notFound("inbound source"));
  }

  /** What the read model shows once it has that version; what is expected if it takes too long. */
  InboundSourceView await(TenantId tenant, InboundSourceView expected) {
    return awaitVersion(expected.version(), tenant, expected.sourceId()).orElse(expected);
  }

  /** Returns when the read model shows a version later than that, or has taken too long. */
  void awaitLaterThan(long version, TenantId tenant, InboundSourceId id) {
    awaitVersion(version + 1, tenant, id);
  }

  void awaitAbsence(TenantId tenant, InboundSourceId id) {
    FollowingRead.untilGone(() -> find(tenant, id));
  }

  private Optional<InboundSourceView> awaitVersion(
      long version, TenantId tenant, InboundSourceId id) {
    return FollowingRead.until(view -> view.version() >= version, () -> find(tenant, id));
  }

  private Optional<InboundSourceView> find(TenantId tenant, InboundSourceId id) {
    return messages.find(new GetInboundSource(tenant, id), InboundSourceView.class);
  }
}
