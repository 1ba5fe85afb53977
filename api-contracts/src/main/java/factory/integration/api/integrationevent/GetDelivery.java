package factory.integration.api.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.messaging.TenantId;

/** A delivery with all its attempts; answered by an optional view. */
public record GetDelivery(TenantId tenant, DeliveryId deliveryId) {}
