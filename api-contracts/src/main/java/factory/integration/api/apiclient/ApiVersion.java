package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A semantic version such as {@code 1.4.0} or {@code 2.0.0-beta.1}, at most 64 long. */
public record ApiVersion(@JsonValue String value) {

  private static final int MAX_LENGTH = 64;
  private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
  private static final String PRE = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern SHAPE =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(-"
              + PRE
              + "(\\."
              + PRE
              + ")*)?"
              + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiVersion {
    if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a version is semantic, such as 1.4.0 or 2.0.0-beta.1, and at most 64 long");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
