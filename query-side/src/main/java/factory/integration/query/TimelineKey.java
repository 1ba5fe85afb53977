package factory.integration.query;

import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Numbers the entries of a read model by the message they come from: seconds since 2020 in the
 * upper 31 bits, the message's position in the event store in the lower 32. So a key is the same in
 * every replay, none is given twice even when the clock jumps, keys sort by time, and a span of
 * time is a range of keys; one number serves as primary key, order, cursor and document number of
 * the search.
 */
public final class TimelineKey {

  /** Sorts after every key. */
  public static final long END = Long.MAX_VALUE;

  private static final long FIRST_SECOND = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
  private static final long POSITION_MASK = 0xffff_ffffL;

  private TimelineKey() {}

  /** The key of a message. */
  public static long of(Instant at, TrackingToken token) {
    return firstOf(at) | token.position().orElseThrow() & POSITION_MASK;
  }

  /** The lowest key within the second of that time. */
  public static long firstOf(Instant at) {
    long second = Math.clamp(at.getEpochSecond() - FIRST_SECOND, 0, Integer.MAX_VALUE);
    return second << Integer.SIZE;
  }

  /** The highest key within the second of that time. */
  public static long lastOf(Instant at) {
    return firstOf(at) | POSITION_MASK;
  }
}
