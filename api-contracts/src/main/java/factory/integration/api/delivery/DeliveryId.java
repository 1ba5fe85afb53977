package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a webhook delivery: {@code dlv-} and a unique part. */
public record DeliveryId(@JsonValue String value) implements WorkId {

  private static final String PREFIX = "dlv-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DeliveryId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a delivery id (" + PREFIX + "…): " + value);
    }
  }

  public static DeliveryId of(String uniquePart) {
    return new DeliveryId(PREFIX + uniquePart);
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
