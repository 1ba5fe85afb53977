package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same over all attempts of a run.
 *
 * @param operation of the client
 * @param origin the event that asked for it; absent where somebody did
 * @param repeatable whether a call that may have been made already can be made once more without
 *     harm
 * @param quietHours when no attempt is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunPlan(
    ConnectionId connectionId,
    ProviderId providerId,
    ApiClientId apiClientId,
    String operation,
    @Nullable RunOrigin origin,
    boolean repeatable,
    @Nullable QuietHours quietHours,
    Ordering ordering,
    RetryPolicy retryPolicy)
    implements CallPlan {

  @Override
  @JsonIgnore
  public String integrationId() {
    return connectionId.value();
  }

  @Override
  @JsonIgnore
  public @Nullable EventId eventId() {
    return origin == null ? null : origin.eventId();
  }

  @Override
  @JsonIgnore
  public EventType eventType() {
    return origin == null ? new EventType(operation) : origin.eventType();
  }

  @Override
  @JsonIgnore
  public @Nullable String ownerId() {
    return null;
  }

  @Override
  @JsonIgnore
  public @Nullable String orderingKey() {
    return null;
  }
}
