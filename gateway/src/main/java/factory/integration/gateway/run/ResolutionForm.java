package factory.integration.gateway.run;

import factory.integration.api.run.ResolveIntegrationRun;
import factory.integration.api.run.RunId;
import factory.integration.gateway.connection.ReasonRules;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody found out about a run whose outcome was unknown. */
@Schema(name = "RunResolution")
record ResolutionForm(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether the provider did it.")
        @Nullable Boolean succeeded,
    @Schema(maxLength = 256, description = "How the provider names the result.")
        @Nullable String externalRef,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 1024,
            description = "How that was found out.")
        @Nullable String reason) {

  private static final int MAX_REF = 256;

  ResolveIntegrationRun toCommand(RunId run) {
    FieldErrors errors = new FieldErrors();
    if (succeeded == null) {
      errors.add("succeeded", "is required: whether the provider did it");
    } else if (!succeeded && externalRef != null) {
      errors.add("externalRef", "is only known of a run that succeeded");
    }
    TextRules.check("externalRef", externalRef, MAX_REF, errors);
    ReasonRules.check(reason, errors);
    errors.refuseIfAny();
    return new ResolveIntegrationRun(
        run, Boolean.TRUE.equals(succeeded), externalRef, Objects.requireNonNull(reason));
  }
}
