package factory.integration.storage.contract.view;

import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Slice;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Entries a quarter of a second apart, and walks over all pages of a list. */
final class Times {

  static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private static final int MILLIS_BETWEEN = 250;

  private Times() {}

  /** When the n-th entry came. */
  static Instant at(int position) {
    return NOON.plusMillis((long) position * MILLIS_BETWEEN);
  }

  /** The key of the n-th entry. */
  static long key(int position) {
    return TimelineKey.of(at(position), new GlobalSequenceTrackingToken(position));
  }

  static PageRequest first(int limit) {
    return new PageRequest(limit, Position.START);
  }

  /** All items, read in pages of that size. */
  static <T> List<T> pages(int limit, Function<PageRequest, Slice<T>> list) {
    List<T> items = new ArrayList<>();
    Position after = Position.START;
    while (after != null) {
      Slice<T> slice = list.apply(new PageRequest(limit, after));
      items.addAll(slice.items());
      after = slice.end();
    }
    return items;
  }
}
