package factory.integration.gateway.subscription;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.GetSubscription;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Reads subscriptions, also the caller's own changes: the read model follows a little later. */
final class SubscriptionReads {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private final Messages messages;

  SubscriptionReads(Messages messages) {
    this.messages = messages;
  }

  /** The tenant's subscription of that id; any other id is not found. */
  SubscriptionView get(TenantId tenant, String id) {
    SubscriptionId known = Messages.idOf("subscription", id, SubscriptionId::new);
    return find(tenant, known).orElseThrow(() -> RequestRefused.notFound("subscription"));
  }

  /** What the read model shows once it has that version; what is expected if it takes too long. */
  SubscriptionView await(TenantId tenant, SubscriptionView expected) {
    SubscriptionId id = expected.subscriptionId();
    return awaitUntil(tenant, id, view -> isAsNewAs(expected.version(), view)).orElse(expected);
  }

  /** Returns when the read model shows a version later than that, or has taken too long. */
  void awaitLaterThan(long version, TenantId tenant, SubscriptionId id) {
    awaitUntil(tenant, id, view -> isAsNewAs(version + 1, view));
  }

  void awaitAbsence(TenantId tenant, SubscriptionId id) {
    awaitUntil(tenant, id, Optional::isEmpty);
  }

  private static boolean isAsNewAs(long version, Optional<SubscriptionView> view) {
    return view.isPresent() && view.get().version() >= version;
  }

  private Optional<SubscriptionView> awaitUntil(
      TenantId tenant, SubscriptionId id, Predicate<Optional<SubscriptionView>> isShown) {
    long start = System.nanoTime();
    Optional<SubscriptionView> view = find(tenant, id);
    while (!isShown.test(view) && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      view = find(tenant, id);
    }
    return view.filter(found -> isShown.test(Optional.of(found)));
  }

  private Optional<SubscriptionView> find(TenantId tenant, SubscriptionId id) {
    return messages.find(new GetSubscription(tenant, id), SubscriptionView.class);
  }
}
