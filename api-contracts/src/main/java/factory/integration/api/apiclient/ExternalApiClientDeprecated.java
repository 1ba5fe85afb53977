package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A version of an API client should not be used any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExternalApiClientDeprecated(ApiClientId apiClientId, @Nullable String reason)
    implements ApiClientEvent {}
