package factory.integration.gateway.connectionsettings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change with its reason, for the API's description; what is absent stays. */
@Schema(name = "ConnectionPatch")
public record ConnectionPatch(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1024) @Nullable String reason,
    @Schema(maxLength = 128) @Nullable String name,
    @Nullable GovernanceForm governance,
    @Nullable List<@Nullable TriggerForm> triggers,
    @Schema(implementation = Object.class) @Nullable JsonNode retryPolicy) {}
