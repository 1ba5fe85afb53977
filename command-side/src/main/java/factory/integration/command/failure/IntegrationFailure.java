package factory.integration.command.failure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.failure.RecordIntegrationFailure;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something that failed for good. */
final class IntegrationFailure {

  @AggregateIdentifier private @Nullable FailureId failureId;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RecordIntegrationFailure command) {
    if (failureId == null) {
      apply(
          new IntegrationFailed(
              command.failureId(),
              command.source(),
              command.deliveryId(),
              command.plan(),
              command.attempts(),
              command.category(),
              command.reason(),
              command.detail()));
    }
  }

  @EventSourcingHandler
  void evolve(IntegrationFailed event) {
    failureId = event.failureId();
  }

  IntegrationFailure() {}
}
