package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.delivery.AttemptMaker;
import factory.integration.saga.delivery.CallReport;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.registry.Connection;
import factory.integration.saga.registry.RegisteredIntegrations;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Decides whether an attempt of a run may be made now, by what its connection is by now. */
final class RunCall implements AttemptMaker {

  private final RegisteredIntegrations registered;
  private final RunTargets targets;
  private final RunPace pace;
  private final RunAttempt attempt;
  private final AttemptBeginning beginning;
  private final InstantSource clock;

  RunCall(
      RegisteredIntegrations registered,
      RunTargets targets,
      RunPace pace,
      RunAttempt attempt,
      AttemptBeginning beginning,
      InstantSource clock) {
    this.registered = registered;
    this.targets = targets;
    this.pace = pace;
    this.attempt = attempt;
    this.beginning = beginning;
    this.clock = clock;
  }

  @Override
  public boolean makes(WorkId id) {
    return id instanceof RunId;
  }

  @Override
  public CallReport make(DueDelivery due) {
    RunPlan plan = (RunPlan) due.plan();
    Optional<Connection> connection =
        registered.connection(due.tenant(), plan.connectionId()).filter(Connection::isEstablished);
    if (connection.isEmpty()) {
      return beginning.withoutCall(
          due, new CallReport.RunEnded(RunCancellation.CONNECTION_RETIRED));
    }
    ConnectionSettings settings = connection.get().settings();
    if (RunRules.quietUntil(settings.governance(), clock.instant()) != null) {
      return new CallReport.PutOff();
    }
    RunTarget target = targets.of(due.tenant(), settings);
    Optional<ApiOperation> operation = target.operation(plan.operation());
    if (operation.isEmpty() || !settings.governance().allows(plan.operation())) {
      return beginning.withoutCall(due, forbidden(plan.operation()));
    }
    return isOurTurn(plan, target)
        ? attempt.make(due, plan, target, operation.get())
        : new CallReport.PutOff();
  }

  private boolean isOurTurn(RunPlan plan, RunTarget target) {
    int calls = plan.origin() != null && plan.origin().trigger().fetchOperation() != null ? 2 : 1;
    OptionalLong wait = pace.reserve(target.limits(plan.connectionId()), calls);
    wait.ifPresent(LockSupport::parkNanos);
    return wait.isPresent();
  }

  private CallReport forbidden(String operation) {
    return new CallReport.RunAttempted(
        new RunOutcome.Fatal(
            FailureCategory.FORBIDDEN, "the connection does not allow " + operation + " any more"),
        null,
        clock.instant());
  }
}
