package factory.integration.query.run;

import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked for, by whom and when: the first event of a run, whatever was made of it. */
record Beginning(
    RunId runId, RunPlan plan, @Nullable String input, String requestedBy, Instant at) {

  /** Empty for an event that no run begins with. */
  static Optional<Beginning> of(Object event, Instant at) {
    return switch (event) {
      case IntegrationRunStarted(var id, var plan, var input, var by) ->
          Optional.of(new Beginning(id, plan, input, by, at));
      case IntegrationRunHeld(var id, var plan, var input, _, var by, _) ->
          Optional.of(new Beginning(id, plan, input, by, at));
      case IntegrationRunRefused(var id, var plan, var input, var by, _) ->
          Optional.of(new Beginning(id, plan, input, by, at));
      default -> Optional.empty();
    };
  }
}
