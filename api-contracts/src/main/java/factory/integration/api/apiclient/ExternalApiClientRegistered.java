package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an API client was registered. */
public record ExternalApiClientRegistered(ApiClientId apiClientId, ApiClientDefinition definition)
    implements ApiClientEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.PROVIDERS;
  }

  @Override
  public String groupId() {
    return definition.providerId().value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        apiClientId,
        definition.providerId(),
        definition.name(),
        definition.version(),
        definition.description(),
        definition.operations().stream().map(ApiOperation::name).toList());
  }

  /**
   * What consumers of {@code factory.integration.providers} see.
   *
   * @param operations their names
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      ApiClientId apiClientId,
      ProviderId providerId,
      String name,
      ApiVersion version,
      @Nullable String description,
      List<String> operations) {}
}
