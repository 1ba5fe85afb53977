package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.vault.SecretRef;
import java.util.List;

/** Whom an event is meant for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Routing.Directed.class, name = "directed"),
  @JsonSubTypes.Type(value = Routing.FanOut.class, name = "fanOut"),
  @JsonSubTypes.Type(value = Routing.Broadcast.class, name = "broadcast"),
  @JsonSubTypes.Type(value = Routing.Dynamic.class, name = "dynamic")
})
public sealed interface Routing {

  /** To one subscription, whatever event types it names. */
  record Directed(SubscriptionId endpointId) implements Routing {}

  /** To the matching subscriptions of one owner. */
  record FanOut(String ownerId) implements Routing {}

  /** To every matching subscription of the tenant. */
  record Broadcast() implements Routing {}

  /**
   * To an address given with the event; no subscription is needed.
   *
   * @param eventTypes patterns; when there are any and none matches, nothing is delivered
   */
  record Dynamic(EndpointUrl url, SecretRef secret, List<String> eventTypes) implements Routing {

    public Dynamic {
      eventTypes = eventTypes == null ? List.of() : List.copyOf(eventTypes);
    }
  }
}
