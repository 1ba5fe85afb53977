package factory.integration.api.run;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run start that waits for a second person; refused when the same person asked for it.
 *
 * @param reason why, for whoever reads it later
 * @param startAt when the quiet hours end; absent: at once
 */
public record ApproveIntegrationRun(
    @TargetAggregateIdentifier RunId runId, String reason, @Nullable Instant startAt)
    implements RunCommand {}
