package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.connection.Trigger;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.connection.EstablishedConnection;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;

/** A store of established connections. */
public abstract class ConnectionStoreContract {

  protected abstract ConnectionStore connections();

  protected abstract TransactionManager transactions();

  @Test
  void keepsConnectionsOfAllTenants() {
    EstablishedConnection one = connection("acme", "a", ConnectionHealth.HEALTHY);
    EstablishedConnection two = connection("globex", "b", ConnectionHealth.UNHEALTHY);
    connections().save(one);
    connections().save(two);

    assertThat(connections().findAll()).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void replacesAndRemovesById() {
    connections().save(connection("acme", "a", ConnectionHealth.HEALTHY));
    EstablishedConnection changed = connection("acme", "a", ConnectionHealth.DEGRADED);
    connections().save(changed);
    assertThat(connections().findAll()).containsExactly(changed);

    connections().remove(ConnectionId.of("a"));
    connections().remove(ConnectionId.of("missing"));
    assertThat(connections().findAll()).isEmpty();
  }

  @Test
  void tellsThatConnectionsChanged() {
    long empty = connections().version();
    assertThat(connections().version()).isEqualTo(empty);
    connections().save(connection("acme", "a", ConnectionHealth.HEALTHY));
    long saved = connections().version();
    assertThat(saved).isNotEqualTo(empty);
    transactions()
        .executeInTransaction(
            () -> {
              connections().save(connection("acme", "b", ConnectionHealth.HEALTHY));
              connections().remove(ConnectionId.of("a"));
            });
    assertThat(connections().version()).isNotIn(empty, saved);
  }

  @Test
  void joinsTransactions() {
    EstablishedConnection connection = connection("acme", "a", ConnectionHealth.HEALTHY);
    Transaction dropped = transactions().startTransaction();
    connections().save(connection);
    dropped.rollback();
    assertThat(connections().findAll()).isEmpty();

    transactions().executeInTransaction(() -> connections().save(connection));
    assertThat(connections().findAll()).hasSize(1);
  }

  private static EstablishedConnection connection(
      String tenant, String id, ConnectionHealth health) {
    Governance governance =
        new Governance(
            List.of("CreateIssue"),
            List.of("CreateIssue"),
            Map.of("CreateIssue", "{}"),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Berlin")),
            5);
    Trigger trigger =
        new Trigger("order*", "CreateIssue", "event.data", null, null, Ordering.STRICT, 4);
    ConnectionSettings settings =
        new ConnectionSettings(
            "GitHub",
            new ProviderId("prov-1"),
            new ApiClientId("cli-1"),
            new CredentialId("cred-1"),
            new BaseUrl("https://github.example.com"),
            governance,
            List.of(trigger),
            RetryPolicies.AVVYR);
    return new EstablishedConnection(new TenantId(tenant), ConnectionId.of(id), settings, health);
  }
}
