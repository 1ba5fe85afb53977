package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a webhook subscription: {@code sub-} and a unique part. */
public record SubscriptionId(@JsonValue String value) {

  private static final String PREFIX = "sub-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SubscriptionId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a subscription id (" + PREFIX + "…): " + value);
    }
  }

  public static SubscriptionId of(String uniquePart) {
    return new SubscriptionId(PREFIX + uniquePart);
  }

  /** The id without its prefix. */
  public String uniquePart() {
    return value.substring(PREFIX.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
