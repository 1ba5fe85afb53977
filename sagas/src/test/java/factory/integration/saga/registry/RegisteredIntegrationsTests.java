package factory.integration.saga.registry;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class RegisteredIntegrationsTests {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final ConnectionId CONNECTION = ConnectionId.of("1");
  private static final ProviderId PROVIDER = ProviderId.of(ACME, "erp");
  private static final ApiVersion VERSION = new ApiVersion("1.0.0");
  private static final ApiClientId CLIENT = ApiClientId.of(PROVIDER, "orders", VERSION);

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final SettableClock clock = new SettableClock();
  private final RegisteredIntegrations registered = new RegisteredIntegrations(store, clock);
  private long sequence;

  @Test
  void tellsAConnectionAsItIs() {
    append(new IntegrationConnectionRequested(CONNECTION, settings("ERP")));
    append(new IntegrationConnectionTestFailed(CONNECTION, check(false)));
    assertConnection(new Connection(settings("ERP"), ConnectionStatus.PENDING, null));

    append(new IntegrationConnectionEstablished(CONNECTION, settings("ERP"), check(true)));
    append(new IntegrationConnectionChanged(CONNECTION, settings("New"), "renamed"));
    append(
        new IntegrationConnectionHealthChanged(
            CONNECTION, PROVIDER, ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED, "slow"));
    Connection degraded =
        new Connection(settings("New"), ConnectionStatus.ESTABLISHED, ConnectionHealth.DEGRADED);
    assertConnection(degraded);
    assertThat(degraded.isEstablished()).isTrue();

    append(new IntegrationConnectionRetired(CONNECTION, PROVIDER, "the contract has ended"));
    assertConnection(
        new Connection(settings("New"), ConnectionStatus.RETIRED, ConnectionHealth.DEGRADED));
  }

  @Test
  void tellsProvidersAndClients() {
    publish(PROVIDER.value(), new IntegrationProviderRegistered(PROVIDER, provider()));
    publish(CLIENT.value(), new ExternalApiClientRegistered(CLIENT, client()));
    assertThat(registered.provider(ACME, PROVIDER)).contains(provider());
    assertThat(registered.apiClient(ACME, CLIENT)).contains(client());
  }

  @Test
  void keepsTenantsApart() {
    append(new IntegrationConnectionRequested(CONNECTION, settings("ERP")));
    publish(PROVIDER.value(), new IntegrationProviderRegistered(PROVIDER, provider()));
    publish(CLIENT.value(), new ExternalApiClientRegistered(CLIENT, client()));
    assertThat(registered.connection(OTHER, CONNECTION)).isEmpty();
    assertThat(registered.provider(OTHER, PROVIDER)).isEmpty();
    assertThat(registered.apiClient(OTHER, CLIENT)).isEmpty();
    assertThat(registered.connection(ACME, CONNECTION)).isPresent();
  }

  @Test
  void findsWhatIsRegisteredAfterItWasMissed() {
    assertThat(registered.connection(ACME, CONNECTION)).isEmpty();
    append(new IntegrationConnectionRequested(CONNECTION, settings("ERP")));
    assertThat(registered.connection(ACME, CONNECTION)).isPresent();
  }

  @Test
  void readsAConnectionAnewAfterASecond() {
    append(new IntegrationConnectionRequested(CONNECTION, settings("ERP")));
    registered.connection(ACME, CONNECTION);
    append(new IntegrationConnectionChanged(CONNECTION, settings("New"), "renamed"));
    assertThat(registered.connection(ACME, CONNECTION).orElseThrow().settings().name())
        .isEqualTo("ERP");
    clock.advance(Duration.ofSeconds(1));
    assertThat(registered.connection(ACME, CONNECTION).orElseThrow().settings().name())
        .isEqualTo("New");
  }

  @Test
  void countsAChangeOfThisNodeOnceItIsStored() {
    store.subscribe(registered::forgetChanged);
    append(new IntegrationConnectionRequested(CONNECTION, settings("ERP")));
    registered.connection(ACME, CONNECTION);

    var batch = DefaultUnitOfWork.startAndGet(message(CONNECTION.value(), "a batch", 0));
    append(new IntegrationConnectionChanged(CONNECTION, settings("New"), "renamed"));
    batch.commit();
    assertThat(registered.connection(ACME, CONNECTION).orElseThrow().settings().name())
        .isEqualTo("New");
  }

  private void assertConnection(Connection expected) {
    clock.advance(Duration.ofSeconds(1));
    assertThat(registered.connection(ACME, CONNECTION)).contains(expected);
  }

  private void append(Object event) {
    store.publish(message(CONNECTION.value(), event, sequence++));
  }

  private void publish(String id, Object event) {
    store.publish(message(id, event, 0));
  }

  private static DomainEventMessage<?> message(String id, Object event, long sequence) {
    return new GenericDomainEventMessage<>(
        "Aggregate", id, sequence, event, MetaData.with(ContextKeys.TENANT_ID, "acme"));
  }

  private static ConnectionSettings settings(String name) {
    return new ConnectionSettings(
        name, PROVIDER, CLIENT, null, null, Governance.OPEN, List.of(), RetryPolicies.STANDARD);
  }

  private static ConnectionCheck check(boolean passed) {
    return new ConnectionCheck(passed, "a check", 1, null);
  }

  private static ProviderSettings provider() {
    return new ProviderSettings(
        "erp", "ERP", new BaseUrl("https://erp.test"), null, null, null, null, null);
  }

  private static ApiClientDefinition client() {
    return new ApiClientDefinition(PROVIDER, "orders", VERSION, null, List.of());
  }
}
