package factory.integration.gateway.subscription;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.GetSubscription;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import java.util.Optional;

/** Reads subscriptions, also the caller's own changes: the read model follows a little later. */
final class SubscriptionReads {

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
    return awaitVersion(expected.version(), tenant, expected.subscriptionId()).orElse(expected);
  }

  /** Returns when the read model shows a version later than that, or has taken too long. */
  void awaitLaterThan(long version, TenantId tenant, SubscriptionId id) {
    awaitVersion(version + 1, tenant, id);
  }

  void awaitAbsence(TenantId tenant, SubscriptionId id) {
    FollowingRead.untilGone(() -> find(tenant, id));
  }

  private Optional<SubscriptionView> awaitVersion(
      long version, TenantId tenant, SubscriptionId id) {
    return FollowingRead.until(view -> view.version() >= version, () -> find(tenant, id));
  }

  private Optional<SubscriptionView> find(TenantId tenant, SubscriptionId id) {
    return messages.find(new GetSubscription(tenant, id), SubscriptionView.class);
  }
}
