package factory.integration.saga.connection;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.CREDENTIAL;
import static factory.integration.saga.connection.ConnectionFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.HealthProbe;
import factory.integration.saga.delivery.WebhookRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderProbesTests {

  private static final ConnectionSettings OPEN = settings("erp");
  private static final ConnectionSettings WITH_CREDENTIAL = settings("erp", CREDENTIAL, null);

  private final ProbeDesk desk = new ProbeDesk();

  @Test
  void callsTheProbeOfTheProvider() {
    desk.register(new HealthProbe("HEAD", "/ping", List.of()));
    assertThat(desk.probes().test(ACME, OPEN))
        .isEqualTo(new ConnectionCheck(true, "the provider answered 200", 7, null));
    WebhookRequest request = desk.requests.getFirst();
    assertThat(request.method()).isEqualTo("HEAD");
    assertThat(request.url()).hasToString("https://erp.example.com/api/ping");
    assertThat(request.body()).isEmpty();
    assertThat(request.headers()).containsOnlyKeys("accept", "user-agent");
  }

  @Test
  void prefersTheAddressOfTheConnection() {
    desk.register(get());
    desk.probes().test(ACME, settings("erp", null, new BaseUrl("https://eu.example.com")));
    assertThat(desk.requests.getFirst().url()).hasToString("https://eu.example.com/ping");
  }

  @Test
  void callsWithTheCredential() {
    desk.register(get());
    assertThat(desk.probes().test(ACME, WITH_CREDENTIAL).credentialVersion()).isEqualTo(1);
    assertThat(desk.requests.getFirst().headers()).containsEntry("authorization", "Bearer v1");
    assertThat(desk.probes().probe(ACME, WITH_CREDENTIAL, 2).check().credentialVersion())
        .isEqualTo(2);
    assertThat(desk.requests.getLast().headers()).containsEntry("authorization", "Bearer v2");
    assertThat(desk.refused).isEmpty();
  }

  @Test
  void tellsThatACredentialIsNotTaken() {
    desk.register(get());
    desk.answers(401, "");
    Probe probe = desk.probes().probe(ACME, WITH_CREDENTIAL);
    assertThat(probe.category()).isEqualTo(FailureCategory.AUTHENTICATION);
    assertThat(probe.check().detail())
        .isEqualTo("the provider answered 401: it does not take the credential");
    assertThat(desk.refused).hasSize(1);
  }

  @Test
  void failsWhereThereIsNoCredentialToSend() {
    desk.register(get());
    desk.hasNoCredential("there is no credential cred-1");
    expectFailed(
        desk.probes().probe(ACME, WITH_CREDENTIAL),
        FailureCategory.AUTHENTICATION,
        "there is no credential cred-1");
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void tellsStatusesApart() {
    desk.register(new HealthProbe("GET", "/ping", List.of(204)));
    desk.answers(204, "");
    assertThat(desk.probes().test(ACME, OPEN).passed()).isTrue();
    expectAnswer(200, FailureCategory.CLIENT_ERROR);
    expectAnswer(404, FailureCategory.NOT_FOUND);
    expectAnswer(429, FailureCategory.RATE_LIMITED);
    expectAnswer(503, FailureCategory.SERVER_ERROR);
  }

  @Test
  void readsTheAnswerWhereTheStatusSaysTooLittle() {
    desk.register(new HealthProbe("GET", "/ping", List.of(), "ok"));
    desk.answers(200, "{\"ok\": true}");
    assertThat(desk.probes().test(ACME, OPEN).passed()).isTrue();
    desk.answers(200, "{\"ok\": false}");
    expectFailed(
        desk.probes().probe(ACME, OPEN),
        FailureCategory.MAPPING,
        "the provider answered 200, but not ok");
  }

  @Test
  void tellsThatNobodyAnswered() {
    desk.register(get());
    desk.fails(FailureCategory.DNS, "the name is not known");
    expectFailed(desk.probes().probe(ACME, OPEN), FailureCategory.DNS, "the name is not known");
  }

  @Test
  void looksForTheCredentialAloneWhereThereIsNoProbe() {
    desk.register(null);
    assertThat(desk.probes().test(ACME, OPEN))
        .isEqualTo(new ConnectionCheck(true, "the provider has nothing to probe", 0, null));
    assertThat(desk.probes().test(ACME, WITH_CREDENTIAL).credentialVersion()).isEqualTo(1);
    desk.hasNoCredential("it is sealed");
    assertThat(desk.probes().test(ACME, WITH_CREDENTIAL).passed()).isFalse();
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void findsNoProviderOfAnotherTenant() {
    desk.register(get());
    assertThat(desk.probes().test(new TenantId("other"), OPEN).passed()).isFalse();
    assertThat(desk.requests).isEmpty();
  }

  private void expectAnswer(int status, FailureCategory category) {
    desk.answers(status, "");
    expectFailed(desk.probes().probe(ACME, OPEN), category, "the provider answered " + status);
  }

  private static void expectFailed(Probe probe, FailureCategory category, String detail) {
    assertThat(probe.check().passed()).isFalse();
    assertThat(probe.category()).isEqualTo(category);
    assertThat(probe.check().detail()).isEqualTo(detail);
  }

  private static HealthProbe get() {
    return new HealthProbe("GET", "/ping", List.of());
  }
}
