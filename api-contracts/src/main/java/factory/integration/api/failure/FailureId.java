package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an integration failure: {@code fail-} and a unique part. */
public record FailureId(@JsonValue String value) {

  private static final String PREFIX = "fail-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FailureId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a failure id (" + PREFIX + "…): " + value);
    }
  }

  public static FailureId of(String uniquePart) {
    return new FailureId(PREFIX + uniquePart);
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
