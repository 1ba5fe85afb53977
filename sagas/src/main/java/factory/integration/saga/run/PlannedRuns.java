package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.run.DryRun;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunPlan;
import factory.integration.api.run.RunPlanner;
import factory.integration.api.run.RunRequest;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.EstablishedConnection;
import factory.integration.saga.registry.Connection;
import factory.integration.saga.registry.RegisteredIntegrations;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans runs that somebody asks for, and those that an event asks for. */
final class PlannedRuns implements RunPlanner {

  private final RegisteredIntegrations registered;
  private final RunTargets targets;
  private final RunRules rules;
  private final DryRuns dryRuns;
  private final UniqueIds ids;
  private final InstantSource clock;

  PlannedRuns(
      RegisteredIntegrations registered,
      RunTargets targets,
      RunRules rules,
      DryRuns dryRuns,
      UniqueIds ids,
      InstantSource clock) {
    this.registered = registered;
    this.targets = targets;
    this.rules = rules;
    this.dryRuns = dryRuns;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public ExecuteIntegrationRun plan(TenantId tenant, RunRequest request) {
    ConnectionSettings connection = established(tenant, request.connectionId());
    ApiOperation operation = operation(tenant, connection, request.operation());
    return new ExecuteIntegrationRun(
        runId(tenant, request),
        plan(request.connectionId(), connection, operation, null),
        request.input(),
        rules.judge(connection, operation, request.input(), clock.instant()));
  }

  @Override
  public DryRun dryRun(TenantId tenant, RunRequest request) {
    ConnectionSettings connection = established(tenant, request.connectionId());
    ApiOperation operation = operation(tenant, connection, request.operation());
    return dryRuns.make(
        targets.of(tenant, connection),
        operation,
        request.input(),
        rules.judge(connection, operation, request.input(), clock.instant()));
  }

  /** The run that an event asks for; empty where the client has no such operation any more. */
  Optional<ExecuteIntegrationRun> plan(
      EstablishedConnection connection, RunOrigin origin, RunId runId) {
    ConnectionSettings settings = connection.settings();
    return targets
        .of(connection.tenant(), settings)
        .operation(origin.trigger().operation())
        .map(
            operation ->
                new ExecuteIntegrationRun(
                    runId,
                    plan(connection.connectionId(), settings, operation, origin),
                    null,
                    rules.judge(settings, operation, null, clock.instant())));
  }

  private static RunPlan plan(
      ConnectionId id,
      ConnectionSettings connection,
      ApiOperation operation,
      @Nullable RunOrigin origin) {
    return new RunPlan(
        id,
        connection.providerId(),
        connection.apiClientId(),
        operation.name(),
        origin,
        RunTarget.isRepeatable(operation),
        connection.governance().quietHours(),
        origin == null ? Ordering.NONE : origin.trigger().ordering(),
        origin == null
            ? connection.retryPolicy()
            : RetryPolicies.counted(origin.trigger().retries()));
  }

  private RunId runId(TenantId tenant, RunRequest request) {
    String key = request.idempotencyKey();
    return RunId.of(
        key == null
            ? ids.next()
            : UniqueIds.derivedFrom("run", tenant.value(), request.connectionId().value(), key));
  }

  private ConnectionSettings established(TenantId tenant, ConnectionId id) {
    Connection connection =
        registered
            .connection(tenant, id)
            .orElseThrow(() -> new CommandRejected(Reason.CONNECTION_NOT_FOUND));
    return switch (connection.status()) {
      case ESTABLISHED -> connection.settings();
      case PENDING -> throw new CommandRejected(Reason.CONNECTION_NOT_ESTABLISHED);
      case RETIRED -> throw new CommandRejected(Reason.CONNECTION_RETIRED);
    };
  }

  private ApiOperation operation(TenantId tenant, ConnectionSettings connection, String name) {
    return targets
        .of(tenant, connection)
        .operation(name)
        .orElseThrow(() -> new CommandRejected(Reason.OPERATION_NOT_FOUND));
  }
}
