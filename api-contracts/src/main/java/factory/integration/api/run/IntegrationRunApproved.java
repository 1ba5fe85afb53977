package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second person agreed to a run.
 *
 * @param approvedBy {@code key-…}
 * @param startAt when the quiet hours end; absent: it starts at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunApproved(
    RunId runId, String approvedBy, String reason, @Nullable Instant startAt) implements RunEvent {}
