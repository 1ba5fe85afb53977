package factory.integration.gateway.request;

import factory.integration.gateway.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads instants that stand in requests as ISO-8601 text. */
public final class Instants {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Instants() {}

  /** The instant; null when there is none, or an error where it is none. */
  public static @Nullable Instant parse(String field, @Nullable String text, FieldErrors errors) {
    if (text == null) {
      return null;
    }
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // said below, together with what lies out of range
    }
    errors.add(field, "must be an instant such as 2026-06-11T09:03:02Z, from 1900 to 9999");
    return null;
  }
}
