package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The connection's rules forbid a run that was asked for.
 *
 * @param requestedBy who asked: {@code key-…}, or {@code platform}
 * @param reason one sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunRefused(
    RunId runId, RunPlan plan, @Nullable String input, String requestedBy, String reason)
    implements RunEvent {}
