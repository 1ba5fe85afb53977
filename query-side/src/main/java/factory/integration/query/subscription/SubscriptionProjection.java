package factory.integration.query.subscription;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Keeps each subscription as its latest event left it. */
@ProcessingGroup(ProcessingGroups.SUBSCRIPTIONS)
final class SubscriptionProjection {

  private final SubscriptionViewStore store;

  SubscriptionProjection(SubscriptionViewStore store) {
    this.store = store;
  }

  @EventHandler
  void on(
      WebhookSubscribed event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @SequenceNumber long version,
      @Timestamp Instant at,
      TrackingToken token) {
    SubscriptionView view = created(event, version, at);
    store.add(new SubscriptionDocument(TimelineKey.of(at, token), tenant, view));
  }

  @EventHandler
  void on(WebhookSubscriptionChanged event, @SequenceNumber long version, @Timestamp Instant at) {
    store.change(
        event.subscriptionId(), version, view -> view.withSettings(event.settings(), version, at));
  }

  @EventHandler
  void on(WebhookSubscriptionEnabled event, @SequenceNumber long version, @Timestamp Instant at) {
    store.change(event.subscriptionId(), version, view -> view.enabled(version, at));
  }

  @EventHandler
  void on(WebhookSubscriptionDisabled event, @SequenceNumber long version, @Timestamp Instant at) {
    store.change(
        event.subscriptionId(), version, view -> view.disabled(event.reason(), version, at));
  }

  @EventHandler
  void on(WebhookSecretRotated event, @SequenceNumber long version, @Timestamp Instant at) {
    store.change(event.subscriptionId(), version, view -> view.rotated(event, version, at));
  }

  @EventHandler
  void on(WebhookUnsubscribed event) {
    store.remove(event.subscriptionId());
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private static SubscriptionView created(WebhookSubscribed event, long version, Instant at) {
    return new SubscriptionView(
        event.subscriptionId(),
        event.settings(),
        event.secret(),
        null,
        null,
        event.enabled(),
        event.enabled() ? null : DisableReason.REQUESTED,
        version,
        at,
        at);
  }
}
