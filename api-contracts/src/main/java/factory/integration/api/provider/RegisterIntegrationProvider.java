package factory.integration.api.provider;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers a provider. Answers {@code true} when it was known already with the same settings;
 * other settings under the same key are refused.
 *
 * @param providerId derived from tenant and key
 */
public record RegisterIntegrationProvider(
    @TargetAggregateIdentifier ProviderId providerId, ProviderSettings settings)
    implements ProviderCommand {}
