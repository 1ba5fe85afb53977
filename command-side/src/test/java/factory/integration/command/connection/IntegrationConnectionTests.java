package factory.integration.command.connection;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ChangeIntegrationConnection;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.EstablishIntegrationConnection;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.connection.RecordConnectionHealth;
import factory.integration.api.connection.RecordConnectionTest;
import factory.integration.api.connection.RetireIntegrationConnection;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.provider.ProviderId;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationConnectionTests {

  private static final ConnectionId ID = ConnectionId.of("01jxk3v7a8h3j6k9m2n5p8q1rt");
  private static final ProviderId PROVIDER = new ProviderId("prov-1");
  private static final IntegrationConnectionRequested REQUESTED =
      new IntegrationConnectionRequested(ID, settings("ERP"));
  private static final IntegrationConnectionEstablished ESTABLISHED =
      new IntegrationConnectionEstablished(ID, settings("ERP"), check(true));
  private static final IntegrationConnectionRetired RETIRED =
      new IntegrationConnectionRetired(ID, PROVIDER, "the contract has ended");

  private final FixtureConfiguration<IntegrationConnection> fixture =
      new AggregateTestFixture<>(IntegrationConnection.class);

  @Nested
  class EstablishIntegrationConnectionTests {

    private final EstablishIntegrationConnection establish =
        new EstablishIntegrationConnection(ID, settings("ERP"));

    @Test
    void asksForATest() {
      fixture.givenNoPriorActivity().when(establish).expectEvents(REQUESTED);
    }

    @Test
    void refusesAnIdThatIsTaken() {
      fixture
          .given(REQUESTED)
          .when(establish)
          .expectNoEvents()
          .expectException(RuntimeException.class);
    }
  }

  @Nested
  class RecordConnectionTestTests {

    @Test
    void establishesAConnectionThatPassed() {
      fixture
          .given(REQUESTED)
          .when(record(true))
          .expectEvents(ESTABLISHED)
          .expectResultMessagePayload(1L);
    }

    @Test
    void leavesAConnectionThatFailedPending() {
      fixture.given(REQUESTED).when(record(false)).expectEvents(failed());
    }

    @Test
    void canBeTriedAgain() {
      fixture.given(REQUESTED, failed()).when(record(false)).expectEvents(failed());
      fixture.given(REQUESTED, failed()).when(record(true)).expectEvents(ESTABLISHED);
    }

    @Test
    void establishesWithTheSettingsAsTheyAreByNow() {
      fixture
          .given(REQUESTED, changed("New"))
          .when(record(true))
          .expectEvents(new IntegrationConnectionEstablished(ID, settings("New"), check(true)));
    }

    @Test
    void changesNothingOnceItIsEstablished() {
      fixture
          .given(REQUESTED, ESTABLISHED)
          .when(record(true))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
      fixture.given(REQUESTED, ESTABLISHED).when(record(false)).expectNoEvents();
    }

    @Test
    void refusesARetiredConnection() {
      expectRefusal(
          fixture.given(REQUESTED, RETIRED).when(record(true)), Reason.CONNECTION_RETIRED);
    }

    @Test
    void doesNotFindAnUnknownConnection() {
      fixture
          .givenNoPriorActivity()
          .when(record(true))
          .expectNoEvents()
          .expectException(AggregateNotFoundException.class);
    }

    private RecordConnectionTest record(boolean passed) {
      return new RecordConnectionTest(ID, check(passed));
    }

    private IntegrationConnectionTestFailed failed() {
      return new IntegrationConnectionTestFailed(ID, check(false));
    }
  }

  @Nested
  class ChangeIntegrationConnectionTests {

    @Test
    void replacesTheSettingsAndSaysWhy() {
      fixture
          .given(REQUESTED, ESTABLISHED)
          .when(change(settings("New"), 1))
          .expectEvents(changed("New"))
          .expectResultMessagePayload(2L);
    }

    @Test
    void mayChangeAPendingConnection() {
      fixture.given(REQUESTED).when(change(settings("New"), 0)).expectEvents(changed("New"));
    }

    @Test
    void doesNotMindThatOnlyTheHealthChangedSince() {
      fixture
          .given(
              REQUESTED, ESTABLISHED, health(ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED))
          .when(change(settings("New"), 1))
          .expectEvents(changed("New"));
    }

    @Test
    void refusesAChangeThatIsBasedOnEarlierSettings() {
      expectRefusal(
          fixture.given(REQUESTED, ESTABLISHED, changed("New")).when(change(settings("Other"), 1)),
          Reason.CONNECTION_CHANGED_MEANWHILE);
    }

    @Test
    void refusesAnotherTarget() {
      ConnectionSettings elsewhere = settings("ERP", new ProviderId("prov-2"));
      expectRefusal(
          fixture.given(REQUESTED, ESTABLISHED).when(change(elsewhere, 1)),
          Reason.CONNECTION_TARGET_STAYS);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(REQUESTED, ESTABLISHED, changed("New"))
          .when(change(settings("New"), 1))
          .expectNoEvents()
          .expectResultMessagePayload(2L);
    }

    @Test
    void refusesARetiredConnection() {
      expectRefusal(
          fixture.given(REQUESTED, ESTABLISHED, RETIRED).when(change(settings("New"), 2)),
          Reason.CONNECTION_RETIRED);
    }

    private ChangeIntegrationConnection change(ConnectionSettings settings, long version) {
      return new ChangeIntegrationConnection(ID, version, settings, "renamed");
    }
  }

  @Nested
  class RecordConnectionHealthTests {

    @Test
    void tellsThatAConnectionGotWorse() {
      fixture
          .given(REQUESTED, ESTABLISHED)
          .when(record(ConnectionHealth.DEGRADED))
          .expectEvents(health(ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED))
          .expectResultMessagePayload(2L);
    }

    @Test
    void tellsThatHealthWasLost() {
      fixture
          .given(
              REQUESTED, ESTABLISHED, health(ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED))
          .when(record(ConnectionHealth.UNHEALTHY))
          .expectEvents(lostAt(2), health(ConnectionHealth.DEGRADED, ConnectionHealth.UNHEALTHY))
          .expectResultMessagePayload(4L);
    }

    @Test
    void tellsThatItIsWellAgain() {
      fixture
          .given(
              REQUESTED,
              ESTABLISHED,
              lostAt(1),
              health(ConnectionHealth.HEALTHY, ConnectionHealth.UNHEALTHY))
          .when(record(ConnectionHealth.HEALTHY))
          .expectEvents(health(ConnectionHealth.UNHEALTHY, ConnectionHealth.HEALTHY));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(REQUESTED, ESTABLISHED)
          .when(record(ConnectionHealth.HEALTHY))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
      fixture
          .given(
              REQUESTED, ESTABLISHED, health(ConnectionHealth.HEALTHY, ConnectionHealth.UNHEALTHY))
          .when(record(ConnectionHealth.UNHEALTHY))
          .expectNoEvents();
    }

    @Test
    void refusesAConnectionThatWasNeverEstablished() {
      expectRefusal(
          fixture.given(REQUESTED).when(record(ConnectionHealth.DEGRADED)),
          Reason.CONNECTION_NOT_ESTABLISHED);
    }

    @Test
    void refusesARetiredConnection() {
      expectRefusal(
          fixture.given(REQUESTED, ESTABLISHED, RETIRED).when(record(ConnectionHealth.DEGRADED)),
          Reason.CONNECTION_RETIRED);
    }

    private RecordConnectionHealth record(ConnectionHealth health) {
      return new RecordConnectionHealth(ID, health, FailureCategory.SERVER_ERROR, "answered 503");
    }

    private IntegrationFailed lostAt(long version) {
      return IntegrationFailed.ofProbe(
          FailureId.of(
              UniqueIds.derivedBeside(ID.uniquePart(), ID.uniquePart(), Long.toString(version))),
          new ProbeFailure(ID, PROVIDER),
          FailureCategory.SERVER_ERROR,
          "answered 503");
    }
  }

  @Nested
  class RetireIntegrationConnectionTests {

    private final RetireIntegrationConnection retire =
        new RetireIntegrationConnection(ID, "the contract has ended");

    @Test
    void endsAnEstablishedConnection() {
      fixture
          .given(REQUESTED, ESTABLISHED)
          .when(retire)
          .expectEvents(RETIRED)
          .expectResultMessagePayload(2L);
    }

    @Test
    void endsAPendingConnection() {
      fixture.given(REQUESTED).when(retire).expectEvents(RETIRED);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(REQUESTED, ESTABLISHED, RETIRED)
          .when(retire)
          .expectNoEvents()
          .expectResultMessagePayload(2L);
    }

    @Test
    void doesNotFindAnUnknownConnection() {
      fixture
          .givenNoPriorActivity()
          .when(retire)
          .expectNoEvents()
          .expectException(AggregateNotFoundException.class);
    }
  }

  private static void expectRefusal(ResultValidator<IntegrationConnection> result, Reason reason) {
    result.expectNoEvents().expectException(CommandRejected.class);
    result.expectExceptionMessage(reason.detail());
  }

  private static IntegrationConnectionChanged changed(String name) {
    return new IntegrationConnectionChanged(ID, settings(name), "renamed");
  }

  private static IntegrationConnectionHealthChanged health(
      ConnectionHealth previous, ConnectionHealth health) {
    return new IntegrationConnectionHealthChanged(ID, PROVIDER, previous, health, "answered 503");
  }

  private static ConnectionCheck check(boolean passed) {
    return new ConnectionCheck(passed, "the provider answered", 12, 1);
  }

  private static ConnectionSettings settings(String name) {
    return settings(name, PROVIDER);
  }

  private static ConnectionSettings settings(String name, ProviderId provider) {
    return new ConnectionSettings(
        name,
        provider,
        new ApiClientId("cli-1"),
        null,
        null,
        Governance.OPEN,
        List.of(),
        RetryPolicies.STANDARD);
  }
}
