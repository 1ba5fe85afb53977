package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP statuses from one to another, both included; as text {@code 201} or {@code 200-299}. */
public record StatusRange(int from, int to) {

  private static final Pattern SHAPE = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");

  /** Every answer that HTTP calls a success. */
  public static final StatusRange ANY_SUCCESS = new StatusRange(200, 299);

  public StatusRange {
    if (from < 100 || to > 599 || from > to) {
      throw new IllegalArgumentException("statuses are from 100 to 599, the lower one first");
    }
  }

  /** Reads {@code 201} or {@code 200-299}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static StatusRange of(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("statuses are written 201 or 200-299");
    }
    String to = parts.group(2) == null ? parts.group(1) : parts.group(2);
    return new StatusRange(Integer.parseInt(parts.group(1)), Integer.parseInt(to));
  }

  public boolean includes(int status) {
    return from <= status && status <= to;
  }

  @Override
  @JsonValue
  public String toString() {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }
}
