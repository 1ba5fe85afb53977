package factory.integration.command.subscription;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.subscription.ChangeWebhookSubscription;
import factory.integration.api.subscription.DisableWebhookSubscription;
import factory.integration.api.subscription.EnableWebhookSubscription;
import factory.integration.api.subscription.RotateWebhookSecret;
import factory.integration.api.subscription.SubscribeWebhook;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.UnsubscribeWebhook;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import factory.integration.api.vault.SecretRef;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** Whom the platform tells about which events, and how. Commands answer the version after them. */
@SuppressWarnings("NullAway.Init")
final class WebhookSubscription {

  @AggregateIdentifier private SubscriptionId subscriptionId;
  private SubscriptionSettings settings;
  private SecretRef secret;
  private boolean enabled;

  @CommandHandler
  WebhookSubscription(SubscribeWebhook command) {
    apply(
        new WebhookSubscribed(
            command.subscriptionId(), command.settings(), command.secret(), command.enabled()));
  }

  @EventSourcingHandler
  void evolve(WebhookSubscribed event) {
    subscriptionId = event.subscriptionId();
    settings = event.settings();
    secret = event.secret();
    enabled = event.enabled();
  }

  @CommandHandler
  long decide(ChangeWebhookSubscription command) {
    if (!command.settings().equals(settings)) {
      CommandRejected.unless(
          command.basedOn() == getVersion(), Reason.SUBSCRIPTION_CHANGED_MEANWHILE);
      apply(new WebhookSubscriptionChanged(subscriptionId, command.settings()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(WebhookSubscriptionChanged event) {
    settings = event.settings();
  }

  @CommandHandler
  long decide(EnableWebhookSubscription command) {
    if (!enabled) {
      apply(new WebhookSubscriptionEnabled(subscriptionId));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(WebhookSubscriptionEnabled event) {
    enabled = true;
  }

  @CommandHandler
  long decide(DisableWebhookSubscription command) {
    if (enabled) {
      apply(new WebhookSubscriptionDisabled(subscriptionId, command.reason()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(WebhookSubscriptionDisabled event) {
    enabled = false;
  }

  @CommandHandler
  long decide(RotateWebhookSecret command) {
    if (!command.secret().equals(secret)) {
      CommandRejected.unless(
          command.secret().equals(secret.next()), Reason.SUBSCRIPTION_CHANGED_MEANWHILE);
      apply(
          new WebhookSecretRotated(
              subscriptionId, command.secret(), secret, command.previousValidUntil()));
    }
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(WebhookSecretRotated event) {
    secret = event.secret();
  }

  @CommandHandler
  long decide(UnsubscribeWebhook command) {
    apply(new WebhookUnsubscribed(subscriptionId));
    return getVersion();
  }

  @EventSourcingHandler
  void evolve(WebhookUnsubscribed event) {
    markDeleted();
  }

  WebhookSubscription() {}
}
