package factory.integration.gateway.provider;

import factory.integration.api.provider.AuthScheme;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.ProviderView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider as people see it. */
@Schema(name = "ProviderResource")
public record ProviderResource(
    ProviderId providerId,
    String key,
    String name,
    String baseUrl,
    List<AuthScheme> authSchemes,
    List<String> capabilities,
    @Nullable HealthProbe healthProbe,
    @Nullable Integer callsPerSecond,
    @Nullable String documentationUrl,
    Instant createdAt) {

  /** Shows a view. */
  public static ProviderResource of(ProviderView view) {
    ProviderSettings settings = view.settings();
    return new ProviderResource(
        view.providerId(),
        settings.key(),
        settings.name(),
        settings.baseUrl().value(),
        settings.authSchemes(),
        settings.capabilities(),
        settings.healthProbe(),
        settings.callsPerSecond(),
        settings.documentationUrl(),
        view.createdAt());
  }
}
