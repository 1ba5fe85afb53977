package factory.integration.gateway.apiclient;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an API client as it is sent. */
@Schema(name = "ApiClient")
public record ApiClientRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String providerId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "The same in every version: 1 to 64 small letters, digits and hyphens.",
            example = "github")
        @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1.0.0")
        @Nullable String version,
    @Schema(maxLength = 1024) @Nullable String description,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<OperationForm> operations) {

  /** The same for that provider. */
  public ApiClientRequest of(String provider) {
    return new ApiClientRequest(provider, name, version, description, operations);
  }
}
