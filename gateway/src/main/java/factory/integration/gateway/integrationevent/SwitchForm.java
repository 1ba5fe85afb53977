package factory.integration.gateway.integrationevent;

import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.ChangeRunResubmission;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunCommand;
import factory.integration.api.run.RunId;
import factory.integration.gateway.problem.RequestRefused;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become of further attempts; one of the two. */
@Schema(name = "IntegrationEventChange")
record SwitchForm(
    @Schema(description = "false: no attempt is made any more unless somebody asks for it.")
        @Nullable Boolean resubmitEnabled,
    @Schema(description = "true: all attempts are stopped; there is no way back.")
        @Nullable Boolean forceStop) {

  RunCommand toCommand(RunId run) {
    if (resubmitEnabled != null && forceStop == null) {
      return new ChangeRunResubmission(run, resubmitEnabled);
    }
    if (resubmitEnabled == null && Boolean.TRUE.equals(forceStop)) {
      return new CancelIntegrationRun(run, RunCancellation.FORCE_STOPPED);
    }
    throw forceStop == null
        ? RequestRefused.invalid("resubmitEnabled", "is required, or forceStop")
        : RequestRefused.invalid("forceStop", "can only be true, and without resubmitEnabled");
  }
}
