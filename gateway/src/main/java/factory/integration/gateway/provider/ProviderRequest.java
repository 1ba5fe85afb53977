package factory.integration.gateway.provider;

import factory.integration.api.provider.AuthScheme;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider as it is sent. */
@Schema(name = "Provider")
public record ProviderRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Unique in the tenant: 1 to 64 small letters, digits and hyphens.",
            example = "github")
        @Nullable String key,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://api.github.com")
        @Nullable String baseUrl,
    @Nullable List<AuthScheme> authSchemes,
    @Schema(description = "Names of the operations that it can do.")
        @Nullable List<String> capabilities,
    @Nullable HealthProbeRequest healthProbe,
    @Schema(minimum = "1", maximum = "10000") @Nullable Integer callsPerSecond,
    @Schema(maxLength = 2048) @Nullable String documentationUrl) {

  /** The same with another key or base address where one is given. */
  public ProviderRequest with(@Nullable String otherKey, @Nullable String otherBaseUrl) {
    return new ProviderRequest(
        otherKey == null ? key : otherKey,
        name,
        otherBaseUrl == null ? baseUrl : otherBaseUrl,
        authSchemes,
        capabilities,
        healthProbe,
        callsPerSecond,
        documentationUrl);
  }

  /** The harmless call that tells whether the provider is well. */
  @Schema(name = "HealthProbe")
  public record HealthProbeRequest(
      @Schema(
              defaultValue = "GET",
              allowableValues = {"GET", "HEAD", "POST"})
          @Nullable String method,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/user") @Nullable String path,
      @Schema(description = "None: 200 to 299.") @Nullable List<Integer> successStatuses,
      @Schema(description = "JSONata on the answer that must give true.")
          @Nullable String successWhen) {}
}
