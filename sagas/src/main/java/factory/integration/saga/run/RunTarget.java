package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** The lower of both limits; absent when there is none. */
  @Nullable Integer callsPerSecond() {
    Integer own = connection.governance().callsPerSecond();
    Integer providers = provider.callsPerSecond();
    if (own == null) {
      return providers;
    }
    return providers == null ? own : Integer.valueOf(Math.min(own, providers));
  }
}
