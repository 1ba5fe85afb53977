package factory.integration.adapter.mongo.view;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Slice;
import factory.integration.query.TimelineKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Walks the events whose data holds all words, newest first and many at a time, and gathers what
 * belongs to each. It stops after many events even if the page is not full, so that no combination
 * of a frequent word with a condition that rarely holds keeps a connection busy.
 */
final class TextMatches {

  private static final int MAX_EVENTS = 20_000;
  private static final int EVENTS_AT_ONCE = 100;

  /** Finds what belongs to events, in any order. */
  @FunctionalInterface
  interface Finder<T> {
    List<T> find(List<String> eventIds);
  }

  private final SourceEvents events;

  TextMatches(SourceEvents events) {
    this.events = events;
  }

  /**
   * The page's items.
   *
   * @param eventOf the id of the event that an item belongs to
   */
  <T> Slice<T> find(
      TenantId tenant,
      List<String> words,
      PageRequest page,
      ToLongFunction<T> key,
      Function<T, String> eventOf,
      Finder<T> finder) {
    Gathering<T> gathering = new Gathering<>(page, key);
    long upTo = page.after().entry();
    for (int walked = 0; walked < MAX_EVENTS; walked += EVENTS_AT_ONCE) {
      List<Document> some =
          events.documents().list(SourceEventQueries.matching(tenant, words, upTo, EVENTS_AT_ONCE));
      Map<String, List<T>> byEvent = byEvent(some, finder, eventOf);
      for (Document event : some) {
        List<T> items = byEvent.getOrDefault(event.getString("_id"), List.of());
        if (!gathering.gather(event.getLong(ViewQuery.ENTRY), items)) {
          return gathering.part();
        }
      }
      if (some.size() < EVENTS_AT_ONCE) {
        return gathering.rest();
      }
      upTo = some.getLast().getLong(ViewQuery.ENTRY) - 1;
    }
    return gathering.part();
  }

  private static <T> Map<String, List<T>> byEvent(
      List<Document> matching, Finder<T> finder, Function<T, String> eventOf) {
    List<String> ids = matching.stream().map(event -> event.getString("_id")).toList();
    List<T> found = ids.isEmpty() ? List.of() : finder.find(ids);
    return found.stream().collect(Collectors.groupingBy(eventOf));
  }

  /** A page that fills. */
  private static final class Gathering<T> {

    private final PageRequest page;
    private final ToLongFunction<T> key;
    private final List<T> found = new ArrayList<>();
    private Position end = Position.START;

    private Gathering(PageRequest page, ToLongFunction<T> key) {
      this.page = page;
      this.key = key;
    }

    /** False when the page is full and this event would have had more. */
    private boolean gather(long event, List<T> items) {
      long before = event == page.after().entry() ? page.after().part() : TimelineKey.END;
      List<T> newest = new ArrayList<>(items);
      newest.removeIf(item -> key.applyAsLong(item) >= before);
      newest.sort(Comparator.comparingLong(key).reversed());
      for (T item : newest) {
        if (found.size() == page.limit()) {
          return false;
        }
        found.add(item);
        end = new Position(event, key.applyAsLong(item));
      }
      if (found.size() < page.limit()) {
        end = new Position(event, 0);
      }
      return true;
    }

    private Slice<T> part() {
      return new Slice<>(found, end);
    }

    private Slice<T> rest() {
      return new Slice<>(found, null);
    }
  }
}
