package factory.integration.api.connection;

import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;

/** A connection was ended: no run is made afterwards. */
public record IntegrationConnectionRetired(
    ConnectionId connectionId, ProviderId providerId, String reason)
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
