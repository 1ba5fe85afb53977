package factory.integration.api.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time of each day in which rotations may start; over midnight where it ends before it starts.
 *
 * @param from {@code HH:mm}
 * @param until {@code HH:mm}, the first minute after it
 * @param zone such as {@code Europe/Berlin}
 */
public record RotationWindow(String from, String until, String zone) {

  public RotationWindow {
    if (LocalTime.parse(from).equals(LocalTime.parse(until))) {
      throw new IllegalArgumentException("a rotation window lasts a minute at least");
    }
    ZoneId.of(zone);
  }

  /** The instant itself when the window is open then, else when it opens next. */
  public Instant earliest(Instant instant) {
    ZonedDateTime local = instant.atZone(ZoneId.of(zone));
    return isOpen(local.toLocalTime()) ? instant : nextOpening(local);
  }

  private boolean isOpen(LocalTime time) {
    LocalTime start = LocalTime.parse(from);
    LocalTime end = LocalTime.parse(until);
    return start.isBefore(end)
        ? !time.isBefore(start) && time.isBefore(end)
        : !time.isBefore(start) || time.isBefore(end);
  }

  private Instant nextOpening(ZonedDateTime local) {
    LocalDate day = local.toLocalDate();
    Instant today = day.atTime(LocalTime.parse(from)).atZone(local.getZone()).toInstant();
    return today.isAfter(local.toInstant())
        ? today
        : day.plusDays(1).atTime(LocalTime.parse(from)).atZone(local.getZone()).toInstant();
  }
}
