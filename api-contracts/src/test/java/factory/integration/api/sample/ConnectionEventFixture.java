package factory.integration.api.sample;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.connection.Trigger;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.subscription.Ordering;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Instances of the events of connections. */
final class ConnectionEventFixture {

  static final ConnectionId CONNECTION = new ConnectionId("conn-01jxk3v7a8h3j6k9m2n5p8q1rt");
  static final ProviderId PROVIDER = new ProviderId("prov-01jxk3v7a8p6r0v1d3rn4m8k2q");
  static final ApiClientId CLIENT = new ApiClientId("cli-01jxk3v7a8c7l2n5t9v0s4d6fw");

  private ConnectionEventFixture() {}

  static Map<String, Object> all() {
    return Map.of(
        "IntegrationConnectionRequested",
        new IntegrationConnectionRequested(CONNECTION, settings()),
        "IntegrationConnectionRequested-minimal",
        new IntegrationConnectionRequested(CONNECTION, minimalSettings()),
        "IntegrationConnectionEstablished",
        new IntegrationConnectionEstablished(CONNECTION, settings(), check(true)),
        "IntegrationConnectionEstablished-minimal",
        new IntegrationConnectionEstablished(CONNECTION, minimalSettings(), check(true)),
        "IntegrationConnectionTestFailed",
        new IntegrationConnectionTestFailed(CONNECTION, check(false)),
        "IntegrationConnectionChanged",
        new IntegrationConnectionChanged(CONNECTION, settings(), "more calls are needed"),
        "IntegrationConnectionHealthChanged",
        new IntegrationConnectionHealthChanged(
            CONNECTION,
            PROVIDER,
            ConnectionHealth.DEGRADED,
            ConnectionHealth.UNHEALTHY,
            "the provider answered 503"),
        "IntegrationConnectionRetired",
        new IntegrationConnectionRetired(CONNECTION, PROVIDER, "the contract has ended"),
        "IntegrationFailed-probe",
        IntegrationFailed.ofProbe(
            FailureId.of("01jxk3v7a8z9w5t1r6m2k8d4hs"),
            new ProbeFailure(CONNECTION, PROVIDER),
            FailureCategory.SERVER_ERROR,
            "the provider answered 503"));
  }

  private static ConnectionCheck check(boolean passed) {
    return new ConnectionCheck(passed, passed ? "answered 200" : "answered 401", 12, 3);
  }

  private static ConnectionSettings settings() {
    Governance governance =
        new Governance(
            List.of("OpenPullRequest", "CreateIssue"),
            List.of("OpenPullRequest"),
            Map.of("CreateIssue", "{\"required\": [\"title\"]}"),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Berlin")),
            5);
    return new ConnectionSettings(
        "GitHub of the booking team",
        PROVIDER,
        CLIENT,
        new CredentialId("cred-01jxk3v7a8g4h7j0k3m6n9p2qs"),
        new BaseUrl("https://github.example.com/api/v3"),
        governance,
        List.of(trigger()),
        RetryPolicies.AVVYR);
  }

  static Trigger trigger() {
    return new Trigger(
        "order*",
        "CreateIssue",
        "{\"title\": entity.name}",
        "GetOrder",
        "{\"id\": event.data.id}",
        Ordering.FIFO,
        4);
  }

  private static ConnectionSettings minimalSettings() {
    return new ConnectionSettings(
        "ERP", PROVIDER, CLIENT, null, null, Governance.OPEN, List.of(), RetryPolicies.STANDARD);
  }
}
