package factory.integration.gateway.connectionsettings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connection as it is sent. */
@Schema(name = "Connection")
public record ConnectionRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128, example = "GitHub")
        @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String providerId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "A version of a client of that provider.")
        @Nullable String apiClientId,
    @Schema(description = "Who calls; absent where the provider asks nobody.")
        @Nullable String credentialId,
    @Schema(description = "In place of the provider's.") @Nullable String baseUrl,
    @Nullable GovernanceForm governance,
    @Nullable List<@Nullable TriggerForm> triggers,
    @Schema(
            implementation = Object.class,
            description =
                "Of runs that somebody asks for: standard, avvyr or sevenDays; or delaysSeconds and"
                    + " giveUpAfterSeconds; or retries, 0 to 5 of the delays of avvyr.",
            example = "standard")
        @Nullable JsonNode retryPolicy) {

  ConnectionChange changeable() {
    return new ConnectionChange(name, governance, triggers, retryPolicy);
  }
}
