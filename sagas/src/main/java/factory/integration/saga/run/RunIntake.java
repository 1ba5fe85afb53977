package factory.integration.saga.run;

import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunFailure;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.delivery.WorkIntake;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells the engine of runs. */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.RUNS)
final class RunIntake {

  private final WorkIntake work;
  private final RunInputs inputs;

  RunIntake(WorkIntake work, RunInputs inputs) {
    this.work = work;
    this.inputs = inputs;
  }

  @EventHandler
  void on(
      IntegrationRunStarted event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    inputs.remember(event.runId(), event.input());
    WorkIntake.Met met = new WorkIntake.Met(message, token, batch);
    work.requested(event.runId(), event.plan(), 1, met);
  }

  @EventHandler
  void on(
      IntegrationRunRetried event,
      EventMessage<?> message,
      TrackingToken token,
      UnitOfWork<?> batch) {
    WorkIntake.Met met = new WorkIntake.Met(message, token, batch);
    work.requested(event.runId(), event.plan(), event.attempt(), met);
  }

  @EventHandler
  void on(
      IntegrationFailed event, EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {
    RunFailure run = event.run();
    if (run == null) {
      return;
    }
    if (run.nextAttemptAt() == null) {
      work.settled(run.runId(), run.attempt(), batch);
    } else {
      WorkIntake.Met met = new WorkIntake.Met(message, token, batch);
      work.putOff(run.runId(), run.plan(), run.attempt(), met);
    }
  }

  @EventHandler
  void on(IntegrationRunCompleted event, UnitOfWork<?> batch) {
    inputs.forget(event.runId());
    work.settled(event.runId(), event.attempts(), batch);
  }

  @EventHandler
  void on(IntegrationRunCancelled event, UnitOfWork<?> batch) {
    work.cancelled(event.runId(), batch);
  }
}
