package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.subscription.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation whenever an event of a type is accepted.
 *
 * @param eventType a name, {@code *} for all, or a prefix such as {@code order*}
 * @param mapping JSONata from {@code {event, entity}} to the operation's input; absent: the event's
 *     data
 * @param fetchOperation an operation of the same client that is called first, for the entity as it
 *     is now
 * @param fetchMapping JSONata from {@code {event}} to the input of that operation; absent: the
 *     event's data
 * @param ordering in which order the connection's runs of such events are made
 * @param retries how many of the default delays are used, 0 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trigger(
    String eventType,
    String operation,
    @Nullable String mapping,
    @Nullable String fetchOperation,
    @Nullable String fetchMapping,
    Ordering ordering,
    int retries) {

  private static final int MOST_RETRIES = 5;

  public Trigger {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("retries is 0 to 5, not " + retries);
    }
  }

  /** Whether events of that type are meant. */
  public boolean matches(String type) {
    return eventType.endsWith("*")
        ? type.startsWith(eventType.substring(0, eventType.length() - 1))
        : type.equals(eventType);
  }
}
