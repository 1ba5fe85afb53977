package factory.integration.api.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import java.util.List;

/**
 * A delivery and the chain of its attempts, first to last.
 *
 * @param integrationId the subscription, the address of a dynamic event, or the inbound source
 */
public record DeliveryView(
    DeliveryId deliveryId,
    String integrationId,
    EventId eventId,
    EventType eventType,
    DeliveryStatus status,
    int attempts,
    List<IntegrationEventView> integrationEvents) {}
