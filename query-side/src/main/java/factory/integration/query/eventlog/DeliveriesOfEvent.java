package factory.integration.query.eventlog;

import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import java.util.List;

/** Tells what became of an event; answered by the feature that keeps attempts. */
public interface DeliveriesOfEvent {

  /** The latest attempt of each delivery, newest first. */
  List<IntegrationEventView> latestAttempts(TenantId tenant, EventId eventId);
}
