package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import factory.integration.api.delivery.WorkId;

/** Identifies a run: {@code run-} and a unique part. */
public record RunId(@JsonValue String value) implements WorkId {

  private static final String PREFIX = "run-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a run id (" + PREFIX + "…): " + value);
    }
  }

  public static RunId of(String uniquePart) {
    return new RunId(PREFIX + uniquePart);
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
