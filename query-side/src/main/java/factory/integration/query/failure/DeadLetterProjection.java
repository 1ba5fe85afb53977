package factory.integration.query.failure;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunId;
import factory.integration.api.subscription.SubscriptionId;
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
import org.jspecify.annotations.Nullable;

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
    DeliveryPlan plan = event.plan();
    RunFailure run = event.run();
    if (plan != null) {
      store.add(new DeadLetterDocument(TimelineKey.of(at, token), tenant, view(event, plan, at)));
    } else if (run != null && event.endsRetries()) {
      store.add(new DeadLetterDocument(TimelineKey.of(at, token), tenant, view(event, run, at)));
    }
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private static DeadLetterView view(IntegrationFailed event, DeliveryPlan plan, Instant at) {
    return view(event, plan, null, plan.subscriptionId(), at);
  }

  private static DeadLetterView view(IntegrationFailed event, RunFailure run, Instant at) {
    return view(event, run.plan(), run.runId(), null, at);
  }

  private static DeadLetterView view(
      IntegrationFailed event,
      CallPlan plan,
      @Nullable RunId runId,
      @Nullable SubscriptionId subscriptionId,
      Instant at) {
    return new DeadLetterView(
        event.failureId(),
        event.source(),
        event.deliveryId(),
        runId,
        plan.eventId(),
        plan.eventType(),
        plan.integrationId(),
        subscriptionId,
        plan.ownerId(),
        event.attempts(),
        event.category(),
        Objects.requireNonNull(event.reason()),
        event.detail(),
        at);
  }
}
