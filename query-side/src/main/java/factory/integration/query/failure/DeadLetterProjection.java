package factory.integration.query.failure;

import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Lists what failed for good. */
@ProcessingGroup(ProcessingGroups.DEAD_LETTERS)
final class DeadLetterProjection {

  private final DeadLetterStore store;

  DeadLetterProjection(DeadLetterStore store) {
    this.store = store;
  }

  @EventHandler
  void on(
      IntegrationFailed event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    if (event.source() == FailureSource.DELIVERY) {
      store.add(new DeadLetterDocument(TimelineKey.of(at, token), tenant, view(event, at)));
    }
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private static DeadLetterView view(IntegrationFailed event, Instant at) {
    DeliveryPlan plan = Objects.requireNonNull(event.plan());
    return new DeadLetterView(
        event.failureId(),
        event.source(),
        Objects.requireNonNull(event.deliveryId()),
        plan.eventId(),
        plan.eventType(),
        plan.integrationId(),
        plan.subscriptionId(),
        plan.ownerId(),
        event.attempts(),
        event.category(),
        event.reason(),
        event.detail(),
        at);
  }
}
