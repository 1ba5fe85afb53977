package factory.integration.query.search;

import java.util.Set;

/** Keeps which words stand in which event's data; the other stores look events up in it. */
public interface SearchIndex {

  /**
   * Makes an event findable; the same event again changes nothing.
   *
   * @param key of the event's entry in the events log
   * @param words those of {@link Words}
   */
  void add(long key, String tenant, Set<String> words);

  /** Forgets everything. */
  void clear();
}
