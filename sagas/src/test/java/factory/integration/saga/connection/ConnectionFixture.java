package factory.integration.saga.connection;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections of the tenant {@code acme} to its ERP. */
public final class ConnectionFixture {

  public static final TenantId ACME = new TenantId("acme");
  public static final ProviderId PROVIDER = ProviderId.of(ACME, "erp");
  public static final ApiClientId CLIENT =
      ApiClientId.of(PROVIDER, "orders", new ApiVersion("1.0.0"));
  public static final CredentialId CREDENTIAL = new CredentialId("cred-01jxk3v7a8");

  private ConnectionFixture() {}

  public static ConnectionId id(String name) {
    return ConnectionId.of("01jxd3v9k2" + name);
  }

  public static ConnectionSettings settings(String name) {
    return settings(name, null, null);
  }

  public static ConnectionSettings settings(
      String name, @Nullable CredentialId credential, @Nullable BaseUrl baseUrl) {
    return new ConnectionSettings(
        name,
        PROVIDER,
        CLIENT,
        credential,
        baseUrl,
        Governance.OPEN,
        List.of(),
        RetryPolicies.STANDARD);
  }

  public static IntegrationConnectionEstablished established(String name) {
    return new IntegrationConnectionEstablished(
        id(name), settings(name), new ConnectionCheck(true, "the provider answered 200", 3, null));
  }

  public static EstablishedConnection connection(String name) {
    return connection(name, settings(name));
  }

  public static EstablishedConnection connection(String name, ConnectionSettings settings) {
    return new EstablishedConnection(ACME, id(name), settings, ConnectionHealth.HEALTHY);
  }

  public static ProviderSettings provider(@Nullable HealthProbe probe) {
    return new ProviderSettings(
        "erp", "ERP", new BaseUrl("https://erp.example.com/api"), null, null, probe, null, null);
  }

  /** A directory that was started with these connections. */
  public static ConnectionDirectory directoryOf(EstablishedConnection... connections) {
    InMemoryConnectionStore store = new InMemoryConnectionStore();
    for (EstablishedConnection connection : connections) {
      store.save(connection);
    }
    return new ConnectionDirectory(store);
  }
}
