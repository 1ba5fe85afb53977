package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.vault.SecretRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outbound webhook subscription was created. */
public record WebhookSubscribed(
    SubscriptionId subscriptionId, SubscriptionSettings settings, SecretRef secret, boolean enabled)
    implements SubscriptionEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.WEBHOOKS;
  }

  @Override
  public String groupId() {
    return subscriptionId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        subscriptionId,
        settings.url(),
        settings.eventTypes(),
        settings.ownerId(),
        settings.name(),
        settings.ordering(),
        settings.payloadFormat(),
        settings.retryPolicy().name(),
        enabled);
  }

  /** What consumers of {@code factory.integration.webhooks} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      SubscriptionId subscriptionId,
      EndpointUrl url,
      List<String> eventTypes,
      @Nullable String ownerId,
      @Nullable String name,
      Ordering ordering,
      PayloadFormat payloadFormat,
      String retryPolicy,
      boolean enabled) {}
}
