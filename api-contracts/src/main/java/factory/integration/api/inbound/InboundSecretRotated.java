package factory.integration.api.inbound;

import factory.integration.api.vault.SecretRef;
import java.time.Instant;

/** A new secret verifies; the previous one too until the overlap ends. */
public record InboundSecretRotated(
    InboundSourceId sourceId, SecretRef secret, SecretRef previous, Instant previousValidUntil)
    implements InboundSourceEvent {}
