package factory.integration.adapter.jsonata;

import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an evaluation makes: how long each value would be if it were written out, and all
 * values together. A value that holds another one twice counts it twice, since writing, comparing
 * or copying it takes as much; each value is walked once.
 */
final class ValueSizes {

  private static final int SHORT_TEXT = 64;
  private static final int SMALL = 8;

  private final IdentityHashMap<Object, Counted> known = new IdentityHashMap<>();
  private final MappingLimits limits;
  private long total;

  ValueSizes(MappingLimits limits) {
    this.limits = limits;
  }

  /** What a value was when it was counted; lists may have grown since. */
  private record Counted(long size, int elements) {}

  void count(@Nullable Object value) {
    size(value, 0);
  }

  private long size(@Nullable Object value, int level) {
    if (level > limits.depth()) {
      throw tooLarge("nests deeper than " + limits.depth() + " levels");
    }
    return switch (value) {
      case String text -> text.length() <= SHORT_TEXT ? SMALL + text.length() : ofText(text);
      case List<?> list -> of(list, list.size(), List.of(list), level);
      case Map<?, ?> map -> of(map, map.size(), List.of(map.keySet(), map.values()), level);
      case null, default -> SMALL;
    };
  }

  private long ofText(String text) {
    if (known.put(text, new Counted(text.length(), 0)) == null) {
      add(text.length());
    }
    return checked(text.length());
  }

  private long of(Object value, int elements, List<? extends Collection<?>> children, int level) {
    Counted before = known.get(value);
    if (before != null && before.elements() == elements) {
      return before.size();
    }
    checked((long) SMALL * elements);
    long size = SMALL;
    for (Collection<?> some : children) {
      for (Object child : some) {
        size = checked(size + size(child, level + 1));
      }
    }
    known.put(value, new Counted(size, elements));
    add((long) SMALL * (elements + 1));
    return size;
  }

  private long checked(long size) {
    if (size > limits.value()) {
      throw tooLarge("makes a value of more than " + limits.value() + " characters");
    }
    return size;
  }

  private void add(long made) {
    total += made;
    if (total > limits.total()) {
      throw tooLarge("makes more than " + limits.total() + " characters in all");
    }
  }

  private static MappingFailed tooLarge(String how) {
    return new MappingFailed(Kind.TOO_LARGE, "the mapping " + how);
  }
}
