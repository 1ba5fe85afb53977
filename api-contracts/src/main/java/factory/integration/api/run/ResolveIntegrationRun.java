package factory.integration.api.run;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of a run whose outcome is unknown.
 *
 * @param succeeded whether the provider did it
 * @param externalRef by which the provider knows the result
 * @param reason how that was found out
 */
public record ResolveIntegrationRun(
    @TargetAggregateIdentifier RunId runId,
    boolean succeeded,
    @Nullable String externalRef,
    String reason)
    implements RunCommand {}
