package factory.integration.command.delivery;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import factory.integration.api.delivery.AttemptTrigger;
import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliverWebhook;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.DiscardWebhookDelivery;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.delivery.IngestWebhook;
import factory.integration.api.delivery.NextAttempt;
import factory.integration.api.delivery.RecordDeliveryOutcome;
import factory.integration.api.delivery.RetryWebhookDelivery;
import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.delivery.WebhookDeliveryAttemptFailed;
import factory.integration.api.delivery.WebhookDeliveryCancelled;
import factory.integration.api.delivery.WebhookDeliveryDiscarded;
import factory.integration.api.delivery.WebhookDeliveryExhausted;
import factory.integration.api.delivery.WebhookDeliveryRequested;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint, over all its attempts; or a webhook that came in. */
@SuppressWarnings("NullAway.Init")
final class WebhookDelivery {

  private enum State {
    REQUESTED,
    WAITING,
    CANCELLED,
    ENDED
  }

  @AggregateIdentifier private DeliveryId deliveryId;
  private DeliveryPlan plan;
  private Instant firstRequestedAt;
  private int attempt;
  private State state;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(DeliverWebhook command) {
    if (deliveryId == null) {
      apply(
          new WebhookDeliveryRequested(
              command.deliveryId(), command.plan(), 1, AttemptTrigger.FIRST));
    }
  }

  @CommandHandler
  void decide(RetryWebhookDelivery command) {
    if (state == State.WAITING && command.attempt() == attempt + 1) {
      apply(
          new WebhookDeliveryRequested(
              deliveryId, plan, command.attempt(), AttemptTrigger.AUTOMATIC_RETRY));
    }
  }

  @EventSourcingHandler
  void evolve(WebhookDeliveryRequested event, @Timestamp Instant at) {
    deliveryId = event.deliveryId();
    plan = event.plan();
    firstRequestedAt = event.attempt() == 1 ? at : firstRequestedAt;
    attempt = event.attempt();
    state = State.REQUESTED;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(DiscardWebhookDelivery command) {
    if (deliveryId == null) {
      apply(new WebhookDeliveryDiscarded(command.deliveryId(), command.plan(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(WebhookDeliveryDiscarded event) {
    deliveryId = event.deliveryId();
    plan = event.plan();
    state = State.ENDED;
  }

  /** Answers whether the webhook was kept already. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean decide(IngestWebhook command) {
    if (deliveryId != null) {
      return true;
    }
    apply(new InboundWebhookDelivered(command.deliveryId(), command.webhook(), command.exchange()));
    return false;
  }

  @EventSourcingHandler
  void evolve(InboundWebhookDelivered event) {
    deliveryId = event.deliveryId();
    state = State.ENDED;
  }

  @CommandHandler
  void decide(RecordDeliveryOutcome command) {
    CommandRejected.unless(
        state == State.REQUESTED && command.attempt() == attempt, Reason.ATTEMPT_NOT_CURRENT);
    switch (command.outcome()) {
      case CallOutcome.Succeeded _ ->
          apply(new WebhookDelivered(deliveryId, plan, attempt, command.exchange()));
      case CallOutcome.Retryable failure -> tryAgainOrGiveUp(command, failure);
      case CallOutcome.Fatal failure -> {
        fail(command, failure.category(), failure.detail(), null);
        giveUp(failure.category(), fatalReason(failure), failure.detail());
      }
    }
  }

  @EventSourcingHandler
  void evolve(WebhookDelivered event) {
    state = State.ENDED;
  }

  @EventSourcingHandler
  void evolve(WebhookDeliveryAttemptFailed event) {
    state = State.WAITING;
  }

  @EventSourcingHandler
  void evolve(WebhookDeliveryExhausted event) {
    state = State.ENDED;
  }

  @CommandHandler
  void decide(CancelWebhookDelivery command) {
    if (state != State.CANCELLED) {
      CommandRejected.unless(state != State.ENDED, Reason.DELIVERY_ALREADY_ENDED);
      apply(new WebhookDeliveryCancelled(deliveryId, attempt, command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(WebhookDeliveryCancelled event) {
    state = State.CANCELLED;
  }

  private void tryAgainOrGiveUp(RecordDeliveryOutcome command, CallOutcome.Retryable failure) {
    Instant next =
        new NextAttempt(plan.retryPolicy(), deliveryId, firstRequestedAt)
            .after(attempt, command.exchange().completedAt(), failure.retryAfterSeconds())
            .orElse(null);
    fail(command, failure.category(), failure.detail(), next);
    if (next == null) {
      giveUp(failure.category(), FailureReason.RETRIES_EXHAUSTED, failure.detail());
    }
  }

  private void fail(
      RecordDeliveryOutcome command,
      FailureCategory category,
      String detail,
      @Nullable Instant next) {
    apply(
        new WebhookDeliveryAttemptFailed(
            deliveryId, plan, attempt, category, detail, next, command.exchange()));
  }

  private void giveUp(FailureCategory category, FailureReason reason, String detail) {
    apply(new WebhookDeliveryExhausted(deliveryId, plan, attempt, category, reason, detail));
  }

  private static FailureReason fatalReason(CallOutcome.Fatal failure) {
    return failure.category() == FailureCategory.GONE
        ? FailureReason.ENDPOINT_GONE
        : FailureReason.FATAL_RESPONSE;
  }

  WebhookDelivery() {}
}
