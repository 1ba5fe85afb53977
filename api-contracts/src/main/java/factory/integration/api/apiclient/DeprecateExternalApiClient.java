package factory.integration.api.apiclient;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says that a version should not be used any more; who uses it can go on. Answers the client's
 * version after it.
 *
 * @param reason what its users should know
 */
public record DeprecateExternalApiClient(
    @TargetAggregateIdentifier ApiClientId apiClientId, @Nullable String reason)
    implements ApiClientCommand {}
