package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run was asked for and does not start yet.
 *
 * @param requestedBy who asked: {@code key-…}, or {@code platform}
 * @param until when the quiet hours end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunHeld(
    RunId runId,
    RunPlan plan,
    @Nullable String input,
    RunHold hold,
    String requestedBy,
    @Nullable Instant until)
    implements RunEvent {}
