package factory.integration.adapter.sqlite.retention;

/**
 * What may go. Each statement takes the keys ?1 (exclusive) to ?2 (inclusive), decides and deletes
 * within one transaction of the only writer, so no attempt comes in between.
 */
final class RetentionSql {

  private static final String IS_OPEN =
      " l.is_current AND l.delivery_status IN ('SCHEDULED', 'PROCESSING', 'RETRY')";

  static final String CALLS =
      "DELETE FROM communication_log WHERE entry > ?1 AND entry <= ?2 AND NOT EXISTS"
          + " (SELECT 1 FROM integration_event e INDEXED BY integration_event_by_log"
          + " CROSS JOIN integration_event l ON l.delivery_id = e.delivery_id"
          + " WHERE e.log_entry = communication_log.entry AND e.status = 'FAILED' AND"
          + IS_OPEN
          + ")";

  /** All attempts of a delivery go at once, when its latest one is of age. */
  static final String ATTEMPTS =
      "DELETE FROM integration_event WHERE delivery_id IN"
          + " (SELECT l.delivery_id FROM integration_event l WHERE l.entry > ?1 AND l.entry <= ?2"
          + " AND l.is_current AND NOT ("
          + IS_OPEN
          + "))";

  static final String DEAD_LETTERS =
      "DELETE FROM dead_letter_view WHERE entry > ?1 AND entry <= ?2 AND NOT EXISTS"
          + " (SELECT 1 FROM integration_event l"
          + " WHERE l.delivery_id = coalesce(json_extract(dead_letter_view.view, '$.deliveryId'),"
          + " json_extract(dead_letter_view.view, '$.runId')) AND"
          + IS_OPEN
          + ")";

  private static final String OPEN_EVENTS =
      "(SELECT s.entry FROM source_event s WHERE s.entry > ?1 AND s.entry <= ?2"
          + " AND s.original IS NULL AND (NOT EXISTS"
          + " (SELECT 1 FROM event_routing r WHERE r.event_id = s.event_id) OR EXISTS"
          + " (SELECT 1 FROM integration_event l INDEXED BY integration_event_by_event"
          + " WHERE l.event_id = s.event_id AND"
          + IS_OPEN
          + ")))";

  static final String DATA =
      "DELETE FROM source_event_data WHERE entry > ?1 AND entry <= ?2 AND entry NOT IN "
          + OPEN_EVENTS;

  static final String WORDS =
      "DELETE FROM event_words WHERE rowid > ?1 AND rowid <= ?2 AND rowid NOT IN " + OPEN_EVENTS;

  /** Events without attempts; ?3 is the key from which on a repetition is too young to go. */
  static final String EVENTS =
      "DELETE FROM source_event WHERE entry > ?1 AND entry <= ?2 AND original IS NULL"
          + " AND EXISTS (SELECT 1 FROM event_routing r WHERE r.event_id = source_event.event_id)"
          + " AND NOT EXISTS"
          + " (SELECT 1 FROM integration_event e INDEXED BY integration_event_by_event"
          + " WHERE e.event_id = source_event.event_id)"
          + " AND NOT EXISTS (SELECT 1 FROM source_event d INDEXED BY source_event_by_original"
          + " WHERE d.original = source_event.entry AND d.entry >= ?3)"
          + " RETURNING entry, event_id";

  private RetentionSql() {}
}
