package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an inbound source: {@code src-} and a unique part. */
public record InboundSourceId(@JsonValue String value) {

  /** How ids of inbound sources begin, and of nothing else. */
  public static final String PREFIX = "src-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InboundSourceId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not an inbound source's id (" + PREFIX + "…): " + value);
    }
  }

  public static InboundSourceId of(String uniquePart) {
    return new InboundSourceId(PREFIX + uniquePart);
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
