package factory.integration.api.connection;

import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;

/** An established connection got worse, or better again. */
public record IntegrationConnectionHealthChanged(
    ConnectionId connectionId,
    ProviderId providerId,
    ConnectionHealth previous,
    ConnectionHealth health,
    String detail)
    implements ConnectionEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.CONNECTIONS;
  }

  @Override
  public String groupId() {
    return connectionId.value();
  }
}
