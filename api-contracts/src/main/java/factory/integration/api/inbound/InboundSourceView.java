package factory.integration.api.inbound;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inbound source as the platform knows it; secrets appear as references only.
 *
 * @param previousSecret verifies too until {@code previousSecretValidUntil}
 * @param version counts changes, from 0
 */
public record InboundSourceView(
    InboundSourceId sourceId,
    InboundSourceSettings settings,
    SecretRef secret,
    @Nullable SecretRef previousSecret,
    @Nullable Instant previousSecretValidUntil,
    boolean enabled,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** As it was created. */
  public static InboundSourceView of(InboundSourceCreated event, Instant at) {
    return new InboundSourceView(
        event.sourceId(), event.settings(), event.secret(), null, null, event.enabled(), 0, at, at);
  }

  /** The same with other settings. */
  public InboundSourceView withSettings(InboundSourceSettings changed, long version, Instant at) {
    return new InboundSourceView(
        sourceId,
        changed,
        secret,
        previousSecret,
        previousSecretValidUntil,
        enabled,
        version,
        createdAt,
        at);
  }

  /** The same, taking webhooks or not. */
  public InboundSourceView switched(boolean on, long version, Instant at) {
    return new InboundSourceView(
        sourceId,
        settings,
        secret,
        previousSecret,
        previousSecretValidUntil,
        on,
        version,
        createdAt,
        at);
  }

  /** The same with a new secret, and the one before it until the overlap ends. */
  public InboundSourceView rotated(InboundSecretRotated event, long version, Instant at) {
    return new InboundSourceView(
        sourceId,
        settings,
        event.secret(),
        event.previous(),
        event.previousValidUntil(),
        enabled,
        version,
        createdAt,
        at);
  }
}
