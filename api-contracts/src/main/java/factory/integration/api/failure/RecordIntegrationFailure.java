package factory.integration.api.failure;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps a dead-lettered delivery; one that is kept already stays as it is. */
public record RecordIntegrationFailure(
    @TargetAggregateIdentifier FailureId failureId,
    FailureSource source,
    DeliveryId deliveryId,
    DeliveryPlan plan,
    int attempts,
    FailureCategory category,
    FailureReason reason,
    String detail) {}
