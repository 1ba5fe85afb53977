package factory.integration.api.apiclient;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers a version of an API client. Answers {@code true} when it was known already with the
 * same definition; another definition of the same version is refused.
 *
 * @param apiClientId derived from provider, name and version
 */
public record RegisterExternalApiClient(
    @TargetAggregateIdentifier ApiClientId apiClientId, ApiClientDefinition definition)
    implements ApiClientCommand {}
