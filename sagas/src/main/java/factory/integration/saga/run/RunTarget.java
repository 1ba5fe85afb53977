package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where a connection's calls go, and what they may be. */
record RunTarget(
    TenantId tenant,
    ConnectionSettings connection,
    ProviderSettings provider,
    ApiClientDefinition client) {

  /** Methods whose calls have the same effect once and twice (RFC 9110, 9.2.2). */
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

  BaseUrl baseUrl() {
    return Objects.requireNonNullElse(connection.baseUrl(), provider.baseUrl());
  }

  Optional<ApiOperation> operation(String name) {
    return client.operation(name);
  }

  /** Whether a call that may have been made already does no harm when it is made once more. */
  static boolean isRepeatable(ApiOperation operation) {
    return operation.idempotencyHeader() != null || IDEMPOTENT.contains(operation.method());
  }

  /** How many calls a second are allowed, of the connection and to its provider. */
  List<RunPace.Limit> limits(ConnectionId id) {
    List<RunPace.Limit> limits = new ArrayList<>();
    Integer own = connection.governance().callsPerSecond();
    if (own != null) {
      limits.add(new RunPace.Limit(id.value(), own));
    }
    if (provider.callsPerSecond() != null) {
      limits.add(new RunPace.Limit(connection.providerId().value(), provider.callsPerSecond()));
    }
    return limits;
  }
}
