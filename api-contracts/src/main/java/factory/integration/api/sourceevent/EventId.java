package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a source event: {@code evt-} and a unique part. */
public record EventId(@JsonValue String value) {

  private static final String PREFIX = "evt-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EventId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not an event id (" + PREFIX + "…): " + value);
    }
  }

  public static EventId of(String uniquePart) {
    return new EventId(PREFIX + uniquePart);
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
