package factory.integration.query.connection;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Feed.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.connection.FindConnections;
import factory.integration.api.connection.GetConnection;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.subscription.Ordering;
import factory.integration.query.Feed;
import factory.integration.query.registry.InMemoryRegistry;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionProjectionTests {

  private static final TenantId ACME = new TenantId(TENANT);
  private static final ProviderId GITHUB = ProviderId.of(ACME, "github");
  private static final ProviderId SLACK = ProviderId.of(ACME, "slack");
  private static final ConnectionId ID = ConnectionId.of("1");

  private final Registry<ConnectionView> connections =
      new Registry<>(new InMemoryRegistry(), RegistryKind.CONNECTION, ConnectionView.class);
  private final ConnectionQueryHandler queries = new ConnectionQueryHandler(connections);
  private final Feed feed = new Feed(new ConnectionProjection(connections));

  @Test
  void showsAConnectionThatIsNotTestedYet() throws Exception {
    feed.publish(ID.value(), requested(ID, GITHUB));
    assertThat(get())
        .isEqualTo(
            new ConnectionView(
                ID,
                settings("Issues", GITHUB),
                ConnectionStatus.PENDING,
                null,
                "it was not tested yet",
                0,
                NOON,
                NOON));
  }

  @Test
  void saysWhyATestFailed() throws Exception {
    feed.publish(ID.value(), requested(ID, GITHUB), failed());
    assertThat(get())
        .extracting(ConnectionView::status, ConnectionView::detail, ConnectionView::version)
        .containsExactly(ConnectionStatus.PENDING, "the provider answered 401", 1L);
  }

  @Test
  void showsSettingsAndHealthAsTheyAreNow() throws Exception {
    feed.publish(
        ID.value(),
        requested(ID, GITHUB),
        failed(),
        established(),
        new IntegrationConnectionChanged(ID, settings("New", GITHUB), "renamed"),
        new IntegrationConnectionHealthChanged(
            ID, GITHUB, ConnectionHealth.HEALTHY, ConnectionHealth.DEGRADED, "it answered 503"));
    assertThat(get())
        .isEqualTo(
            new ConnectionView(
                ID,
                settings("New", GITHUB),
                ConnectionStatus.ESTABLISHED,
                ConnectionHealth.DEGRADED,
                "it answered 503",
                4,
                NOON,
                NOON.plusSeconds(4)));
  }

  @Test
  void keepsWhatIsRetired() throws Exception {
    feed.publish(
        ID.value(),
        requested(ID, GITHUB),
        established(),
        new IntegrationConnectionRetired(ID, GITHUB, "the contract has ended"));
    assertThat(get())
        .extracting(ConnectionView::status, ConnectionView::detail)
        .containsExactly(ConnectionStatus.RETIRED, "the contract has ended");
  }

  @Test
  void listsByProvider() throws Exception {
    feed.publish("conn-1", requested(ID, GITHUB));
    feed.publish("conn-2", requested(ConnectionId.of("2"), SLACK));
    feed.publish("conn-3", requested(ConnectionId.of("3"), GITHUB));
    assertThat(ids(GITHUB)).containsExactly("conn-3", "conn-1");
    assertThat(ids(null)).hasSize(3);
  }

  @Test
  void startsAnewWhenItIsRebuilt() throws Exception {
    feed.publish(ID.value(), requested(ID, GITHUB)).reset();
    assertThat(ids(null)).isEmpty();
    feed.publish(ID.value(), requested(ID, GITHUB));
    assertThat(ids(null)).containsExactly("conn-1");
  }

  private ConnectionView get() {
    return queries.handle(new GetConnection(ACME, ID)).orElseThrow();
  }

  private List<String> ids(ProviderId provider) {
    List<?> views = queries.handle(new FindConnections(ACME, provider, 10, null)).items();
    return views.stream().map(view -> ((ConnectionView) view).connectionId().value()).toList();
  }

  private static IntegrationConnectionRequested requested(ConnectionId id, ProviderId provider) {
    return new IntegrationConnectionRequested(id, settings("Issues", provider));
  }

  private static IntegrationConnectionTestFailed failed() {
    return new IntegrationConnectionTestFailed(
        ID, new ConnectionCheck(false, "the provider answered 401", 1, null));
  }

  private static IntegrationConnectionEstablished established() {
    return new IntegrationConnectionEstablished(
        ID,
        settings("Issues", GITHUB),
        new ConnectionCheck(true, "the provider answered 200", 1, null));
  }

  private static ConnectionSettings settings(String name, ProviderId provider) {
    return new ConnectionSettings(
        name,
        provider,
        new ApiClientId("cli-1"),
        null,
        new BaseUrl("https://github.example.com"),
        new Governance(
            List.of("CreateIssue"),
            List.of(),
            Map.of("CreateIssue", "{}"),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin")),
            null),
        List.of(new Trigger("order*", "CreateIssue", null, null, null, Ordering.FIFO, 4)),
        RetryPolicies.AVVYR);
  }
}
