package factory.integration.api.run;

import factory.integration.api.delivery.HttpExchange;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what came of an attempt; refused when the attempt is not the current one.
 *
 * @param attempt counts from 1
 * @param exchange the last call; absent when none was made
 * @param at when the attempt ended
 */
public record RecordRunOutcome(
    @TargetAggregateIdentifier RunId runId,
    int attempt,
    RunOutcome outcome,
    @Nullable HttpExchange exchange,
    Instant at)
    implements RunCommand {}
