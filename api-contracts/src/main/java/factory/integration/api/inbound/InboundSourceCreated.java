package factory.integration.api.inbound;

import factory.integration.api.vault.SecretRef;

/** A source of inbound webhooks was created. */
public record InboundSourceCreated(
    InboundSourceId sourceId, InboundSourceSettings settings, SecretRef secret, boolean enabled)
    implements InboundSourceEvent {}
