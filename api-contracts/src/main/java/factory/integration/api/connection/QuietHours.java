package factory.integration.api.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A time of day when no calls are made.
 *
 * @param from when it begins
 * @param to when it ends; before {@code from}: on the next day
 * @param zone whose clocks count
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours that begin and end together are never over");
    }
  }

  /** When the quiet hours end that hold this moment; empty when none do. */
  public Optional<Instant> endAfter(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (!holds(time)) {
      return Optional.empty();
    }
    LocalDate day = time.isBefore(to) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    ZonedDateTime end = day.atTime(to).atZone(zone);
    return Optional.of((end.isAfter(local) ? end : end.withLaterOffsetAtOverlap()).toInstant());
  }

  private boolean holds(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
