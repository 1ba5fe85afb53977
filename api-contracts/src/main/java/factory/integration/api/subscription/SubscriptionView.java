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
    Instant updatedAt) {}
