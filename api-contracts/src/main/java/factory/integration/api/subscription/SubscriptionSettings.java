package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.delivery.RetryPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a subscriber chooses.
 *
 * @param eventTypes exact names, {@code *}, or prefixes such as {@code order*}
 * @param headers extra headers; never credentials
 * @param timeoutSeconds total time of one call, 1 to 60
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubscriptionSettings(
    EndpointUrl url,
    List<String> eventTypes,
    @Nullable String ownerId,
    @Nullable String name,
    Map<String, String> headers,
    EndpointAuth auth,
    RetryPolicy retryPolicy,
    Ordering ordering,
    int timeoutSeconds,
    PayloadFormat payloadFormat) {

  public SubscriptionSettings {
    eventTypes = eventTypes == null ? List.of() : List.copyOf(eventTypes);
    headers =
        headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
