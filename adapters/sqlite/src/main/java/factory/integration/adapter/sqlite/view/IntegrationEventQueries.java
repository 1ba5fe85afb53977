package factory.integration.adapter.sqlite.view;

import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import org.jspecify.annotations.Nullable;

/** Queries of the attempts; each names the index that it runs on. */
final class IntegrationEventQueries {

  /** A delivery's status stands in its latest attempt. */
  private static final String ATTEMPTS =
      "SELECT e.entry, e.tenant, e.delivery_id, e.attempt, e.is_current, e.integration_id,"
          + " e.event_id, e.event_type, e.owner_id, e.status, CASE WHEN e.is_current"
          + " THEN e.delivery_status ELSE (SELECT c.delivery_status FROM integration_event c"
          + " WHERE c.delivery_id = e.delivery_id AND c.is_current) END, e.created_at,"
          + " e.started_at, e.completed_at, e.log_entry, e.next_attempt_at, e.failure_category,"
          + " e.dead_letter_reason, e.status_reason FROM integration_event e INDEXED BY ";

  static final String CHAIN =
      ATTEMPTS
          + "integration_event_by_delivery WHERE e.delivery_id = ? AND e.tenant = ?"
          + " ORDER BY e.attempt";

  static final String LATEST_OF_EVENT =
      ATTEMPTS
          + "integration_event_by_event WHERE e.event_id = ? AND e.tenant = ? AND e.is_current"
          + " ORDER BY e.entry DESC";

  private static final String NOT_SUCCESSFUL = "e.status <> 'SUCCESS'";
  private static final String UNSUCCESSFUL = "e.status IN ('FAILED', 'CANCELLED')";

  private IntegrationEventQueries() {}

  /** Attempts that meet the query's conditions, its text excepted. */
  static Select all(FindIntegrationEvents query) {
    if (query.eventId() != null) {
      return on("integration_event_by_event", query);
    }
    IntegrationEventStatus status = stored(query.status());
    if (status != null && status != IntegrationEventStatus.SUCCESS) {
      return unsuccessful(query, status);
    }
    if (query.integrationId() != null) {
      return on("integration_event_by_integration", query);
    }
    if (query.ownerId() != null) {
      return on("integration_event_by_owner", query);
    }
    return on(
        query.eventType() != null ? "integration_event_by_type" : "integration_event_by_tenant",
        query);
  }

  /** As {@link #all}, of the event with that entry in the events log. */
  static Select ofEvent(FindIntegrationEvents query, long event) {
    return on("integration_event_by_event", query)
        .where("e.event_id = (SELECT event_id FROM source_event WHERE entry = ?)", event);
  }

  /** Partial indexes are used only when their own condition is repeated. */
  private static Select unsuccessful(FindIntegrationEvents query, IntegrationEventStatus status) {
    if (query.integrationId() != null && status != IntegrationEventStatus.QUEUED) {
      return on("integration_event_by_failure", query).where(UNSUCCESSFUL);
    }
    return on("integration_event_by_status", query).where(NOT_SUCCESSFUL);
  }

  private static Select on(String index, FindIntegrationEvents query) {
    IntegrationEventStatus status = stored(query.status());
    Select select =
        new Select(ATTEMPTS + index)
            .where("e.tenant = ?", query.tenant())
            .where("e.integration_id = ?", query.integrationId())
            .where("e.event_id = ?", query.eventId())
            .where("e.event_type = ?", query.eventType())
            .where("e.owner_id = ?", query.ownerId())
            .where("e.status = ?", status == null ? null : status.name())
            .within("e.created_at", query.from(), query.to());
    return query.currentOnly() ? select.where("e.is_current") : select;
  }

  private static @Nullable IntegrationEventStatus stored(@Nullable IntegrationEventStatus asked) {
    return asked == IntegrationEventStatus.PROCESSING ? IntegrationEventStatus.QUEUED : asked;
  }
}
