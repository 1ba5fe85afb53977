package factory.integration.api.subscription;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;

/** A new secret signs; the previous one too until the overlap ends. */
public record WebhookSecretRotated(
    SubscriptionId subscriptionId, SecretRef secret, SecretRef previous, Instant previousValidUntil)
    implements SubscriptionEvent {}
