package factory.integration.api.provider;

import java.time.Instant;

/** A provider as the platform knows it. */
public record ProviderView(ProviderId providerId, ProviderSettings settings, Instant createdAt) {}
