package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** A connection was created and passed its first test. */
public record IntegrationConnectionEstablished(
    ConnectionId connectionId, ConnectionSettings settings, ConnectionCheck check)
    implements ConnectionEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.CONNECTIONS;
  }

  @Override
  public String groupId() {
    return connectionId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        connectionId,
        settings.providerId(),
        settings.apiClientId(),
        settings.credentialId(),
        settings.name());
  }

  /** What consumers of {@code factory.integration.connections} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      ConnectionId connectionId,
      ProviderId providerId,
      ApiClientId apiClientId,
      @Nullable CredentialId credentialId,
      String name) {}
}
