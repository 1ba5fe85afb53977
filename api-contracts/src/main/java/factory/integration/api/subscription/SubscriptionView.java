package factory.integration.api.subscription;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the platform knows it; secrets appear as references only.
 *
 * @param version counts changes, from 0
 * @param disabledReason why it receives nothing; absent while it is enabled
 */
public record SubscriptionView(
    SubscriptionId subscriptionId,
    SubscriptionSettings settings,
    SecretRef secret,
    @Nullable SecretRef previousSecret,
    @Nullable Instant previousSecretValidUntil,
    boolean enabled,
    @Nullable DisableReason disabledReason,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** The same with other settings. */
  public SubscriptionView withSettings(SubscriptionSettings changed, long version, Instant at) {
    return new SubscriptionView(
        subscriptionId,
        changed,
        secret,
        previousSecret,
        previousSecretValidUntil,
        enabled,
        disabledReason,
        version,
        createdAt,
        at);
  }

  /** The same, receiving events. */
  public SubscriptionView enabled(long version, Instant at) {
    return switched(true, null, version, at);
  }

  /** The same, receiving nothing. */
  public SubscriptionView disabled(DisableReason reason, long version, Instant at) {
    return switched(false, reason, version, at);
  }

  /** The same with a new secret, and the one before it until the overlap ends. */
  public SubscriptionView rotated(WebhookSecretRotated event, long version, Instant at) {
    return new SubscriptionView(
        subscriptionId,
        settings,
        event.secret(),
        event.previous(),
        event.previousValidUntil(),
        enabled,
        disabledReason,
        version,
        createdAt,
        at);
  }

  private SubscriptionView switched(
      boolean on, @Nullable DisableReason reason, long version, Instant at) {
    return new SubscriptionView(
        subscriptionId,
        settings,
        secret,
        previousSecret,
        previousSecretValidUntil,
        on,
        reason,
        version,
        createdAt,
        at);
  }
}
