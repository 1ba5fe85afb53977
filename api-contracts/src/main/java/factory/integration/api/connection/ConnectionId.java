package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a connection: {@code conn-} and a unique part. */
public record ConnectionId(@JsonValue String value) {

  private static final String PREFIX = "conn-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConnectionId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a connection id (" + PREFIX + "…): " + value);
    }
  }

  public static ConnectionId of(String uniquePart) {
    return new ConnectionId(PREFIX + uniquePart);
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
