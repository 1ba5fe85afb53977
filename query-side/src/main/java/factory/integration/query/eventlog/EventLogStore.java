package factory.integration.query.eventlog;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events log. Writes may become visible later, together with the batch they belong to;
 * each of them repeated changes nothing.
 */
public interface EventLogStore {

  /** Adds the entry of an accepted event; one that is there stays as it is. */
  void add(SourceEventDocument entry);

  /** Adds an entry beside that of the event, and never touches the latter. */
  void addDuplicate(DuplicateDocument entry);

  /** Keeps what was decided for an event. */
  void route(EventId eventId, List<RoutingDecision> decisions);

  /** Forgets everything. */
  void clear();

  /** The entry of the event itself, not of a repetition. */
  Optional<SourceEventDocument> get(TenantId tenant, EventId eventId);

  /** What was decided for an event; empty until it is routed. */
  List<RoutingDecision> routing(EventId eventId);

  /**
   * Entries that meet every condition, newest first; with words: those of the newest event first.
   *
   * @param words what the query's text asks for; absent when it sets no condition
   * @param page takes the place of the query's limit and cursor
   */
  Slice<SourceEventDocument> find(
      FindSourceEvents query, @Nullable List<String> words, PageRequest page);
}
