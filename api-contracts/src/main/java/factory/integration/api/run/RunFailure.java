package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.delivery.HttpExchange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a failure that is a run's.
 *
 * @param attempt that failed, from 1
 * @param unknown whether the provider may have done it nevertheless
 * @param nextAttemptAt absent when none is made by itself
 * @param exchange the last call; absent when none was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunFailure(
    RunId runId,
    RunPlan plan,
    int attempt,
    boolean unknown,
    @Nullable Instant nextAttemptAt,
    @Nullable HttpExchange exchange) {}
