package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.GetInboundSource;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Reads inbound sources, also the caller's own changes: the read model follows a little later. */
final class InboundSourceReads {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

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
    return awaitUntil(
            tenant,
            expected.sourceId(),
            view -> view.isPresent() && view.get().version() >= expected.version())
        .orElse(expected);
  }

  /** Returns when the read model shows a version later than that, or has taken too long. */
  void awaitLaterThan(long version, TenantId tenant, InboundSourceId id) {
    awaitUntil(tenant, id, view -> view.isPresent() && view.get().version() > version);
  }

  void awaitAbsence(TenantId tenant, InboundSourceId id) {
    awaitUntil(tenant, id, Optional::isEmpty);
  }

  private Optional<InboundSourceView> awaitUntil(
      TenantId tenant, InboundSourceId id, Predicate<Optional<InboundSourceView>> isShown) {
    long start = System.nanoTime();
    Optional<InboundSourceView> view = find(tenant, id);
    while (!isShown.test(view) && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      view = find(tenant, id);
    }
    return view.filter(found -> isShown.test(Optional.of(found)));
  }

  private Optional<InboundSourceView> find(TenantId tenant, InboundSourceId id) {
    return messages.find(new GetInboundSource(tenant, id), InboundSourceView.class);
  }
}
