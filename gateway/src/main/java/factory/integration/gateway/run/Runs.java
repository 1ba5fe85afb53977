package factory.integration.gateway.run;

import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.GetConnection;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ApproveIntegrationRun;
import factory.integration.api.run.DryRun;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.GetRun;
import factory.integration.api.run.RunCommand;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlanner;
import factory.integration.api.run.RunStatus;
import factory.integration.api.run.RunView;
import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for runs and decides about them; a run is read from its own events, so at once. */
final class Runs {

  private final Messages messages;
  private final RunPlanner planner;
  private final InstantSource clock;

  Runs(Messages messages, RunPlanner planner, InstantSource clock) {
    this.messages = messages;
    this.planner = planner;
    this.clock = clock;
  }

  /** Asks for a run; one that the connection's rules forbid is kept as refused all the same. */
  AcceptedRun execute(WantedRun wanted, RequestContext context) {
    ExecuteIntegrationRun command = planner.plan(context.tenant(), wanted.request());
    boolean duplicate = messages.<Boolean>send(command, wanted.within(context));
    return duplicate ? repeated(command.runId(), context.tenant()) : begun(command);
  }

  DryRun dryRun(WantedRun wanted, RequestContext context) {
    return planner.dryRun(context.tenant(), wanted.request());
  }

  /** The tenant's run of that id; any other id is not found. */
  RunView get(TenantId tenant, String id) {
    return get(tenant, Messages.idOf("run", id, RunId::new));
  }

  /** Sends what was decided about the tenant's run and answers what it is now. */
  RunView decide(String id, Function<RunId, RunCommand> decision, RequestContext context) {
    RunId runId = get(context.tenant(), id).runId();
    messages.send(decision.apply(runId), context);
    return get(context.tenant(), runId);
  }

  /** Approves the run; within the connection's quiet hours it starts when they are over. */
  RunView approve(String id, String reason, RequestContext context) {
    Instant startAt = endOfQuietHours(get(context.tenant(), id), context.tenant());
    return decide(id, run -> new ApproveIntegrationRun(run, reason, startAt), context);
  }

  private @Nullable Instant endOfQuietHours(RunView run, TenantId tenant) {
    return messages
        .find(new GetConnection(tenant, run.connectionId()), ConnectionView.class)
        .map(connection -> connection.settings().governance().quietHours())
        .flatMap(quiet -> quiet.endAfter(clock.instant()))
        .orElse(null);
  }

  private RunView get(TenantId tenant, RunId id) {
    return messages
        .find(new GetRun(tenant, id), RunView.class)
        .orElseThrow(() -> RequestRefused.notFound("run"));
  }

  private static AcceptedRun begun(ExecuteIntegrationRun command) {
    RunId id = command.runId();
    return switch (command.admission()) {
      case Admission.Granted _ -> new AcceptedRun(id, false, RunStatus.RUNNING);
      case Admission.NeedsApproval _ -> new AcceptedRun(id, false, RunStatus.WAITING_FOR_APPROVAL);
      case Admission.Deferred _ -> new AcceptedRun(id, false, RunStatus.DEFERRED);
      case Admission.Refused(String reason) ->
          throw new RequestRefused(Problem.ofRun(id.value(), reason));
    };
  }

  private AcceptedRun repeated(RunId id, TenantId tenant) {
    RunView view = get(tenant, id);
    if (view.status() == RunStatus.REFUSED) {
      throw new RequestRefused(Problem.ofRun(id.value(), String.valueOf(view.detail())));
    }
    return new AcceptedRun(id, true, view.status());
  }
}
