package factory.integration.api.sourceevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a kind of source event: 1 to 128 letters, digits, {@code _}, {@code -} or dots between. */
public record EventType(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final int MAX_LENGTH = 128;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EventType {
    if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an event type is 1 to 128 letters, digits, '_', '-' or single dots between them");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
