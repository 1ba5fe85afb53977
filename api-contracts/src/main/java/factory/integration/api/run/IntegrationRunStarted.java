package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The first attempt of a run is to be made now.
 *
 * @param requestedBy who asked: {@code key-…}, or {@code platform}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunStarted(
    RunId runId, RunPlan plan, @Nullable String input, String requestedBy) implements RunEvent {}
