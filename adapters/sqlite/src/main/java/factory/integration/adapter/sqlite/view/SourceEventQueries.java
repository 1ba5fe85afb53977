package factory.integration.adapter.sqlite.view;

import factory.integration.api.sourceevent.FindSourceEvents;

/** Queries of the events log; each names the index that it runs on. */
final class SourceEventQueries {

  /** A repetition shows its original's columns; the join order keeps the entries' order. */
  private static final String ORIGINAL =
      " CROSS JOIN source_event o ON o.entry = ifnull(e.original, e.entry)"
          + " LEFT JOIN source_event_data d ON d.entry = o.entry";

  private static final String ENTRIES =
      "SELECT e.entry, e.tenant, e.event_id, e.event_type, e.owner_id, e.idempotency_key,"
          + " e.received_at, e.original IS NOT NULL, o.occurred_at, o.ordering_key,"
          + " o.custom_headers, d.data FROM source_event e";

  static final String ONE =
      ENTRIES
          + " INDEXED BY source_event_by_event"
          + ORIGINAL
          + " WHERE e.event_id = ? AND e.original IS NULL AND e.tenant = ?";

  private SourceEventQueries() {}

  /** Entries that meet the query's conditions, its text excepted. */
  static Select all(FindSourceEvents query) {
    return filtered(new Select(ENTRIES + " INDEXED BY " + indexFor(query) + ORIGINAL), query);
  }

  /** As {@link #all}, of the event with that entry: the entry itself. */
  static Select original(FindSourceEvents query, long event) {
    return filtered(new Select(ENTRIES + ORIGINAL).where("e.entry = ?", event), query);
  }

  /** As {@link #all}, of the event with that entry: the entries that repeat it. */
  static Select repetitions(FindSourceEvents query, long event) {
    Select select = new Select(ENTRIES + " INDEXED BY source_event_by_original" + ORIGINAL);
    return filtered(select.where("e.original = ?", event), query);
  }

  private static String indexFor(FindSourceEvents query) {
    if (query.idempotencyKey() != null) {
      return "source_event_by_key";
    }
    if (query.ownerId() != null) {
      return "source_event_by_owner";
    }
    return query.eventType() != null ? "source_event_by_type" : "source_event_by_tenant";
  }

  private static Select filtered(Select select, FindSourceEvents query) {
    return select
        .where("e.tenant = ?", query.tenant())
        .where("e.idempotency_key = ?", query.idempotencyKey())
        .where("e.owner_id = ?", query.ownerId())
        .where("e.event_type = ?", query.eventType())
        .within("e.received_at", query.from(), query.to());
  }
}
