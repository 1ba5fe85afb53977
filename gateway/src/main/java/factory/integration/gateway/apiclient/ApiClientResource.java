package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.provider.ProviderId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an API client as people see it. */
@Schema(name = "ApiClientResource")
public record ApiClientResource(
    ApiClientId apiClientId,
    ProviderId providerId,
    String name,
    @Schema(implementation = String.class) ApiVersion version,
    @Nullable String description,
    List<OperationForm> operations,
    boolean deprecated,
    @Nullable Instant deprecatedAt,
    @Nullable String deprecationReason,
    Instant createdAt) {

  /** Shows a view. */
  public static ApiClientResource of(ApiClientView view) {
    ApiClientDefinition definition = view.definition();
    return new ApiClientResource(
        view.apiClientId(),
        definition.providerId(),
        definition.name(),
        definition.version(),
        definition.description(),
        definition.operations().stream().map(OperationForm::of).toList(),
        view.deprecated(),
        view.deprecatedAt(),
        view.deprecationReason(),
        view.createdAt());
  }
}
