package factory.integration.gateway.subscription;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.subscription.ChangeWebhookSubscription;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.DisableWebhookSubscription;
import factory.integration.api.subscription.EnableWebhookSubscription;
import factory.integration.api.subscription.RotateWebhookSecret;
import factory.integration.api.subscription.SubscribeWebhook;
import factory.integration.api.subscription.SubscriptionCommand;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.UnsubscribeWebhook;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.Instant;
import java.time.InstantSource;

/** Changes subscriptions; each method returns when the caller can read what it did. */
final class Subscriptions {

  private final Messages messages;
  private final SubscriptionReads reads;
  private final UniqueIds ids;
  private final InstantSource clock;

  Subscriptions(Messages messages, SubscriptionReads reads, UniqueIds ids, InstantSource clock) {
    this.messages = messages;
    this.reads = reads;
    this.ids = ids;
    this.clock = clock;
  }

  SubscriptionView create(
      SubscriptionSettings settings, SecretRef secret, boolean enabled, RequestContext context) {
    SubscriptionId id = SubscriptionId.of(ids.next());
    messages.send(new SubscribeWebhook(id, settings, secret, enabled), context);
    DisableReason reason = enabled ? null : DisableReason.REQUESTED;
    Instant now = clock.instant();
    return reads.await(
        context.tenant(),
        new SubscriptionView(id, settings, secret, null, null, enabled, reason, 0, now, now));
  }

  SubscriptionView change(
      SubscriptionView view, SubscriptionSettings settings, RequestContext context) {
    SubscriptionId id = view.subscriptionId();
    long version = send(new ChangeWebhookSubscription(id, view.version(), settings), context);
    return reads.await(context.tenant(), view.withSettings(settings, version, clock.instant()));
  }

  SubscriptionView switchTo(boolean enabled, SubscriptionView view, RequestContext context) {
    return enabled ? enable(view, context) : disable(view, context);
  }

  SubscriptionView enable(SubscriptionView view, RequestContext context) {
    long version = send(new EnableWebhookSubscription(view.subscriptionId()), context);
    return reads.await(context.tenant(), view.enabled(version, clock.instant()));
  }

  SubscriptionView disable(SubscriptionView view, RequestContext context) {
    DisableReason reason = DisableReason.REQUESTED;
    long version = send(new DisableWebhookSubscription(view.subscriptionId(), reason), context);
    return reads.await(context.tenant(), view.disabled(reason, version, clock.instant()));
  }

  void rotate(SubscriptionView view, RotateWebhookSecret command, RequestContext context) {
    long version = send(command, context);
    var rotated =
        new WebhookSecretRotated(
            command.subscriptionId(),
            command.secret(),
            view.secret(),
            command.previousValidUntil());
    reads.await(context.tenant(), view.rotated(rotated, version, clock.instant()));
  }

  void delete(SubscriptionView view, RequestContext context) {
    send(new UnsubscribeWebhook(view.subscriptionId()), context);
    reads.awaitAbsence(context.tenant(), view.subscriptionId());
  }

  /** Answers the version that the command led to. */
  private long send(SubscriptionCommand command, RequestContext context) {
    return messages.<Number>send(command, context).longValue();
  }
}
