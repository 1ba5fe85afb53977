package factory.integration.saga.connection;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.PROVIDER;
import static factory.integration.saga.connection.ConnectionFixture.connection;
import static factory.integration.saga.connection.ConnectionFixture.established;
import static factory.integration.saga.connection.ConnectionFixture.id;
import static factory.integration.saga.connection.ConnectionFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.messaging.TenantId;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class ConnectionDirectoryTests {

  private static final TenantId OTHER = new TenantId("other");

  private final InMemoryConnectionStore store = new InMemoryConnectionStore();
  private final ConnectionDirectory directory = new ConnectionDirectory(store);
  private final EstablishedConnections follower = new EstablishedConnections(directory);

  @Test
  void knowsAConnectionOnceItIsEstablished() {
    follower.on(new IntegrationConnectionRequested(id("erp"), settings("erp")), "acme");
    follower.on(
        new IntegrationConnectionTestFailed(
            id("erp"), new ConnectionCheck(false, "answered 401", 1, null)),
        "acme");
    follower.on(new IntegrationConnectionChanged(id("erp"), settings("new"), "renamed"), "acme");
    assertThat(directory.find(id("erp"))).isEmpty();

    follower.on(established("erp"), "acme");
    assertThat(directory.find(id("erp"))).contains(connection("erp"));
    assertThat(store.findAll()).containsExactly(connection("erp"));
  }

  @Test
  void followsSettingsAndHealth() {
    follower.on(established("erp"), "acme");
    follower.on(new IntegrationConnectionChanged(id("erp"), settings("new"), "renamed"), "acme");
    follower.on(
        new IntegrationConnectionHealthChanged(
            id("erp"), PROVIDER, ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED, "slow"),
        "acme");

    EstablishedConnection expected =
        new EstablishedConnection(ACME, id("erp"), settings("new"), ConnectionHealth.DEGRADED);
    assertThat(directory.find(id("erp"))).contains(expected);
    assertThat(new ConnectionDirectory(store).all()).containsExactly(expected);
  }

  @Test
  void forgetsWhatIsRetired() {
    follower.on(established("erp"), "acme");
    follower.on(new IntegrationConnectionRetired(id("erp"), PROVIDER, "ended"), "acme");
    follower.on(new IntegrationConnectionRetired(id("never"), PROVIDER, "ended"), "acme");
    assertThat(directory.find(id("erp"))).isEmpty();
    assertThat(directory.ofTenant(ACME)).isEmpty();
    assertThat(store.findAll()).isEmpty();
  }

  @Test
  void keepsTenantsApart() {
    follower.on(established("b"), "acme");
    follower.on(established("a"), "acme");
    follower.on(established("c"), "other");
    assertThat(directory.ofTenant(ACME)).containsExactly(connection("a"), connection("b"));
    assertThat(directory.ofTenant(OTHER)).extracting("connectionId").containsExactly(id("c"));
    assertThat(directory.ofTenant(new TenantId("none"))).isEmpty();
  }

  @Test
  void forgetsWhatABatchDidThatWasRolledBack() {
    follower.on(established("erp"), "acme");
    var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
    follower.on(new IntegrationConnectionRetired(id("erp"), PROVIDER, "ended"), "acme");
    assertThat(directory.find(id("erp"))).isEmpty();
    batch.rollback();

    directory.forgetRolledBack();
    assertThat(directory.find(id("erp"))).contains(connection("erp"));
  }

  @Test
  void followsWhatAnotherNodeStored() {
    store.save(connection("erp"));
    directory.followOthers();
    assertThat(directory.find(id("erp"))).contains(connection("erp"));
    store.remove(id("erp"));
    directory.reload();
    assertThat(directory.find(id("erp"))).isEmpty();
  }
}
