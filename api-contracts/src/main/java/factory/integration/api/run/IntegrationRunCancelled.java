package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A run was ended before its time.
 *
 * @param attempt the one that was current; 0: none had been asked for
 * @param explanation what the person who ended it said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunCancelled(
    RunId runId, int attempt, RunCancellation reason, @Nullable String explanation)
    implements RunEvent {

  /** Without an explanation. */
  public IntegrationRunCancelled(RunId runId, int attempt, RunCancellation reason) {
    this(runId, attempt, reason, null);
  }

  /** Why, for people. */
  public String detail() {
    return explanation == null ? reason.detail() : reason.detail() + ": " + explanation;
  }
}
