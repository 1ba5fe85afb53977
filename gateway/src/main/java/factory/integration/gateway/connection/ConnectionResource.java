package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.ConnectionView;
import factory.integration.gateway.connectionsettings.GovernanceForm;
import factory.integration.gateway.connectionsettings.TriggerForm;
import factory.integration.gateway.subscription.RetryPolicyForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A connection as people see it.
 *
 * @param health absent until it is established
 * @param detail what its latest test or probe found, or why it was retired
 */
@Schema(name = "ConnectionResource")
record ConnectionResource(
    ConnectionId connectionId,
    String name,
    String providerId,
    String apiClientId,
    @Nullable String credentialId,
    @Nullable String baseUrl,
    GovernanceForm governance,
    List<TriggerForm> triggers,
    @Schema(implementation = Object.class) JsonNode retryPolicy,
    ConnectionStatus status,
    @Nullable ConnectionHealth health,
    @Nullable String detail,
    Instant createdAt,
    Instant updatedAt) {

  static ConnectionResource of(ConnectionView view) {
    ConnectionSettings settings = view.settings();
    return new ConnectionResource(
        view.connectionId(),
        settings.name(),
        settings.providerId().value(),
        settings.apiClientId().value(),
        settings.credentialId() == null ? null : settings.credentialId().value(),
        settings.baseUrl() == null ? null : settings.baseUrl().value(),
        GovernanceForm.of(settings.governance()),
        settings.triggers().stream().map(TriggerForm::of).toList(),
        RetryPolicyForm.write(settings.retryPolicy()),
        view.status(),
        view.health(),
        view.detail(),
        view.createdAt(),
        view.updatedAt());
  }
}
