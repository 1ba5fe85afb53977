package factory.integration.api.delivery;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.vault.SecretRef;

/** An address that came with the event, and the secret that signs for it. */
public record DynamicEndpoint(EndpointUrl url, SecretRef secret) {}
