package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ConnectionsIT {

  private static final String CONNECTIONS = "/v1/integrations/connections";
  private static final String CREDENTIALS = "/v1/integrations/credentials";

  private final Tenant tenant;
  private final Endpoint health;
  private final BusListener listener;
  private String provider;
  private String client;

  ConnectionsIT(Sink sink, Platform platform, BusListener listener) {
    this.tenant = platform.tenant();
    this.health = sink.endpoint();
    this.listener = listener;
  }

  @BeforeEach
  void register() {
    URI probe = URI.create(health.url());
    provider =
        created(
            "/v1/integrations/providers",
            Map.of(
                "key",
                "erp",
                "name",
                "ERP",
                "baseUrl",
                "http://" + probe.getAuthority(),
                "healthProbe",
                Map.of("method", "GET", "path", probe.getPath())),
            "providerId");
    client =
        created(
            "/v1/integrations/clients",
            Map.of(
                "providerId",
                provider,
                "name",
                "erp",
                "version",
                "1.0.0",
                "operations",
                List.of(Map.of("name", "GetOrder", "method", "GET", "path", "/o/{id}"))),
            "apiClientId");
  }

  @Test
  void establishesAConnectionOnceATestOfItSucceeds() {
    health.first(503);
    JsonNode pending = connect();
    assertThat(text(pending, "status")).isEqualTo("pending");
    assertThat(text(pending, "detail")).isEqualTo("the provider answered 503");

    JsonNode tested = tenant.api().post(path(pending) + "/test").expecting(200).json();
    assertThat(tested.path("passed").asBoolean()).isTrue();
    assertThat(text(tested.path("connection"), "status")).isEqualTo("established");

    Received fact = fact("IntegrationConnectionEstablished", 1);
    assertThat(fact.topic()).isEqualTo("factory.integration.connections");
    assertThat(fact.groupId()).isEqualTo(text(pending, "connectionId"));
    assertThat(fact.envelope().at("/payload/providerId").asString()).isEqualTo(provider);
    assertThat(fact.envelope().at("/payload/name").asString()).isEqualTo("ERP");
  }

  @Test
  void tellsThatHealthIsLostAndComesBack() {
    JsonNode connection = connect();
    assertThat(text(connection, "health")).isEqualTo("healthy");

    health.always(503);
    awaitHealth(connection, "unhealthy");
    Received failed = fact("IntegrationFailed", 1);
    assertThat(failed.topic()).isEqualTo("factory.integration.runs");
    assertThat(failed.envelope().at("/payload/source").asString()).isEqualTo("probe");
    assertThat(failed.envelope().at("/payload/connectionId").asString())
        .isEqualTo(text(connection, "connectionId"));
    assertThat(failed.envelope().at("/payload/category").asString()).isEqualTo("serverError");

    health.always(200);
    awaitHealth(connection, "healthy");
    List<Received> changes = listener.await(tenant, "IntegrationConnectionHealthChanged", 3);
    assertThat(changes)
        .extracting(it -> it.envelope().at("/payload/health").asString())
        .containsExactly("degraded", "unhealthy", "healthy");
    assertThat(changes).allMatch(it -> it.topic().equals("factory.integration.connections"));
  }

  @Test
  void changesAndRetires() {
    JsonNode connection = connect();
    JsonNode changed =
        tenant
            .api()
            .send(
                "PATCH",
                path(connection),
                Map.of("reason", "few calls", "governance", Map.of("callsPerSecond", 2)))
            .expecting(200)
            .json();
    assertThat(changed.at("/governance/callsPerSecond").asInt()).isEqualTo(2);
    assertThat(usage()).contains(text(connection, "connectionId"));

    tenant.api().post(path(connection) + "/retire", "{\"reason\":\"it ended\"}").expecting(200);
    Received fact = fact("IntegrationConnectionRetired", 1);
    assertThat(fact.topic()).isEqualTo("factory.integration.connections");
    assertThat(fact.envelope().at("/payload/reason").asString()).isEqualTo("it ended");
    tenant.api().post(path(connection) + "/test").expecting(409);
    assertThat(usage()).doesNotContain(text(connection, "connectionId"));
  }

  @Test
  void callsWithTheCredentialAndTriesItsNewVersionFirst() {
    String credential =
        created(
            CREDENTIALS,
            Map.of("name", "ERP", "type", "bearer", "token", "s3cret-one"),
            "credentialId");
    JsonNode connection = connect(Map.of("credentialId", credential));
    assertThat(text(connection, "status")).isEqualTo("established");
    assertThat(health.await(1).getFirst().header("authorization")).isEqualTo("Bearer s3cret-one");

    tenant
        .api()
        .post(CREDENTIALS + "/" + credential + "/rotate", Map.of("token", "s3cret-two"))
        .expecting(202);
    fact("CredentialRotated", 1);
    assertThat(health.calls())
        .anyMatch(call -> call.header("authorization").equals("Bearer s3cret-two"));
  }

  @Test
  void refusesWhatIsNotRegistered() {
    tenant.api().post(CONNECTIONS, settings(Map.of("credentialId", "cred-none"))).expecting(422);
    tenant.api().post(CONNECTIONS, settings(Map.of("providerId", "prov-none"))).expecting(422);
    tenant
        .api()
        .post(CONNECTIONS, settings(Map.of("baseUrl", "http://169.254.169.254")))
        .expecting(422);
  }

  private JsonNode connect() {
    return connect(Map.of());
  }

  private JsonNode connect(Map<String, String> more) {
    return tenant.api().post(CONNECTIONS, settings(more)).expecting(201).json();
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(Map.of("name", "ERP", "providerId", provider, "apiClientId", client));
    settings.putAll(more);
    return settings;
  }

  private void awaitHealth(JsonNode connection, String expected) {
    Tenant.until(
        () -> tenant.api().get(path(connection)).expecting(200).json(),
        view -> text(view, "health").equals(expected));
  }

  private Received fact(String type, int count) {
    return listener.await(tenant, type, count).getFirst();
  }

  private String usage() {
    return tenant.api().get("/v1/integrations/clients/" + client + "/usage").text();
  }

  private String created(String path, Map<String, ?> body, String id) {
    return tenant.api().post(path, body).expecting(201).at(id).asString();
  }

  private static String path(JsonNode connection) {
    return CONNECTIONS + "/" + text(connection, "connectionId");
  }
}
