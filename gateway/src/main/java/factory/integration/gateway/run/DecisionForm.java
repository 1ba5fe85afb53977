package factory.integration.gateway.run;

import factory.integration.gateway.connection.ReasonRules;
import factory.integration.gateway.problem.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why somebody decided so about a run. */
@Schema(name = "RunDecision")
record DecisionForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1024)
        @Nullable String reason) {

  /** The reason, without which nothing is decided. */
  String checked() {
    FieldErrors errors = new FieldErrors();
    ReasonRules.check(reason, errors);
    errors.refuseIfAny();
    return Objects.requireNonNull(reason);
  }
}
