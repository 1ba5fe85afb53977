package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionTester;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.registry.RegisteredIntegrations;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out whether a connection works: its provider answers and takes its credential. */
final class ProviderProbes implements ConnectionTester {

  private final RegisteredIntegrations registered;
  private final CredentialSource credentials;
  private final ProbeCall call;

  ProviderProbes(RegisteredIntegrations registered, CredentialSource credentials, ProbeCall call) {
    this.registered = registered;
    this.credentials = credentials;
    this.call = call;
  }

  @Override
  public ConnectionCheck test(TenantId tenant, ConnectionSettings settings) {
    return probe(tenant, settings).check();
  }

  /** Probes with the version in use. */
  Probe probe(TenantId tenant, ConnectionSettings settings) {
    return probe(tenant, settings, id -> credentials.resolve(tenant, id, ProbeCall.NO_BODY));
  }

  /** Probes with a certain version of the connection's credential. */
  Probe probe(TenantId tenant, ConnectionSettings settings, int version) {
    return probe(
        tenant, settings, id -> credentials.resolve(tenant, id, version, ProbeCall.NO_BODY));
  }

  private Probe probe(
      TenantId tenant,
      ConnectionSettings settings,
      Function<CredentialId, ResolvedCredential> resolution) {
    Optional<ProviderSettings> provider = registered.provider(tenant, settings.providerId());
    if (provider.isEmpty()) {
      return unable(FailureCategory.NOT_FOUND, "there is no provider " + settings.providerId());
    }
    CredentialId id = settings.credentialId();
    if (id == null) {
      return call(provider.get(), settings, null);
    }
    try {
      ResolvedCredential credential = resolution.apply(id);
      Probe probe = call(provider.get(), settings, credential);
      if (probe.category() == FailureCategory.AUTHENTICATION) {
        credentials.refused(tenant, id, credential);
      }
      return probe;
    } catch (CredentialUnavailable e) {
      return unable(FailureCategory.AUTHENTICATION, e.sentence());
    }
  }

  private Probe call(
      ProviderSettings provider,
      ConnectionSettings settings,
      @Nullable ResolvedCredential credential) {
    HealthProbe probe = provider.healthProbe();
    if (probe == null) {
      String detail = "the provider has nothing to probe";
      return Probe.passed(detail, 0, credential == null ? null : credential.version());
    }
    return call.make(
        probe, Objects.requireNonNullElse(settings.baseUrl(), provider.baseUrl()), credential);
  }

  private static Probe unable(FailureCategory category, String detail) {
    return Probe.failed(category, detail, 0, null);
  }
}
