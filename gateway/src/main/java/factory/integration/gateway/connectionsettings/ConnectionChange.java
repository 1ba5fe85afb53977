package factory.integration.gateway.connectionsettings;

import factory.integration.api.connection.ConnectionSettings;
import factory.integration.gateway.subscription.RetryPolicyForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may change of a connection; also the document that a merge patch changes. */
@Schema(name = "ConnectionChange")
public record ConnectionChange(
    @Schema(maxLength = 128) @Nullable String name,
    @Nullable GovernanceForm governance,
    @Nullable List<@Nullable TriggerForm> triggers,
    @Schema(implementation = Object.class) @Nullable JsonNode retryPolicy) {

  /** Shows what is stored. */
  public static ConnectionChange of(ConnectionSettings settings) {
    return new ConnectionChange(
        settings.name(),
        GovernanceForm.of(settings.governance()),
        settings.triggers().stream().<@Nullable TriggerForm>map(TriggerForm::of).toList(),
        RetryPolicyForm.write(settings.retryPolicy()));
  }
}
