package factory.integration.query;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as a store answers it.
 *
 * @param end where it ended; absent when nothing follows
 */
public record Slice<T>(List<T> items, @Nullable Position end) {

  public Slice {
    items = List.copyOf(items);
  }

  /** Nothing, and nothing follows. */
  public static <T> Slice<T> empty() {
    return new Slice<>(List.of(), null);
  }

  /** The first of the items found; one more than the limit tells that there are others. */
  public static <T> Slice<T> of(List<T> found, int limit, ToLongFunction<T> key) {
    if (found.size() <= limit) {
      return new Slice<>(found, null);
    }
    T last = found.get(limit - 1);
    return new Slice<>(found.subList(0, limit), new Position(key.applyAsLong(last), 0));
  }
}
