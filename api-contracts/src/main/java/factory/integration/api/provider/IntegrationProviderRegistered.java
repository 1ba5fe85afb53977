package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider was registered. */
public record IntegrationProviderRegistered(ProviderId providerId, ProviderSettings settings)
    implements ProviderEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.PROVIDERS;
  }

  @Override
  public String groupId() {
    return providerId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        providerId,
        settings.key(),
        settings.name(),
        settings.baseUrl(),
        settings.authSchemes(),
        settings.capabilities(),
        settings.documentationUrl());
  }

  /** What consumers of {@code factory.integration.providers} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      ProviderId providerId,
      String key,
      String name,
      BaseUrl baseUrl,
      List<AuthScheme> authSchemes,
      List<String> capabilities,
      @Nullable String documentationUrl) {}
}
