package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is registered of a provider.
 *
 * @param key what people and programs call it, unique in its tenant, such as {@code github}
 * @param authSchemes how its API can be told who calls
 * @param capabilities names of the operations that it can do
 * @param healthProbe absent where its API has nothing harmless to call
 * @param callsPerSecond most calls a second to its API; absent: no limit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProviderSettings(
    String key,
    String name,
    BaseUrl baseUrl,
    List<AuthScheme> authSchemes,
    List<String> capabilities,
    @Nullable HealthProbe healthProbe,
    @Nullable Integer callsPerSecond,
    @Nullable String documentationUrl) {

  public ProviderSettings {
    authSchemes = authSchemes == null ? List.of() : List.copyOf(authSchemes);
    capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
  }
}
