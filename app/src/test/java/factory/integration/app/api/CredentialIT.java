package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class CredentialIT {

  private static final String CREDENTIALS = "/v1/integrations/credentials";
  private static final String TOPIC = "factory.integration.credentials";
  private static final String CLIENT_SECRET = "s3cret-of-the-client";

  private final TokenServer server = new TokenServer(CLIENT_SECRET);
  private final BusListener bus;
  private final Tenant tenant;
  private final Tenant other;

  CredentialIT(BusListener bus, Platform platform) {
    this.bus = bus;
    this.tenant = platform.tenant();
    this.other = platform.tenant();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void rotatesToASuppliedValue() {
    String id = register(apiKey(Map.of()));
    JsonNode asked = rotate(id, Map.of("value", "s3cret-two")).json();
    assertThat(asked.at("/lastRotation/version").asInt()).isEqualTo(2);

    Received rotated = bus.await(tenant, "CredentialRotated", 1).getFirst();
    assertThat(rotated.topic()).isEqualTo(TOPIC);
    assertThat(rotated.groupId()).isEqualTo(id);
    JsonNode payload = rotated.envelope().path("payload");
    assertThat(text(payload, "credentialId")).isEqualTo(id);
    assertThat(payload.path("version").asInt()).isEqualTo(2);
    assertThat(text(payload, "trigger")).isEqualTo("requested");
    JsonNode shown = awaitVersion(id, 2);
    assertThat(shown.path("previousVersion").asInt()).isEqualTo(1);
    assertThat(text(shown.path("lastRotation"), "status")).isEqualTo("done");
    assertThat(rotated.envelope() + " " + shown + " " + asked + " " + list())
        .doesNotContain("s3cret", "sec-");
  }

  @Test
  void rotatesByATokenEndpoint() {
    String id =
        register(
            Map.of(
                "name", "ERP",
                "type", "bearer",
                "token", "s3cret-one",
                "rotation", withEndpoint(Map.of("method", "tokenEndpoint"))));
    rotate(id, null);
    bus.await(tenant, "CredentialRotated", 1);
    awaitVersion(id, 2);
    assertThat(server.forms())
        .containsExactly(
            "grant_type=client_credentials&client_id=client-1&client_secret=" + CLIENT_SECRET);
    assertThat(list()).doesNotContain(TokenServer.token(1), CLIENT_SECRET, "s3cret-one");
  }

  @Test
  void retiresTheVersionBeforeWhenTheOverlapEnds() {
    String id =
        register(apiKey(Map.of("overlapSeconds", 0, "rotation", Map.of("method", "generated"))));
    rotate(id, null);
    JsonNode shown =
        Tenant.until(
            () -> get(id), it -> version(it) == 2 && it.path("previousVersion").isMissingNode());
    assertThat(shown.path("previousValidUntil").isMissingNode()).isTrue();
  }

  @Test
  void keepsTheVersionInUseWhenTheNewOneIsRefused() {
    String id = register(withEndpoint(Map.of("name", "ERP", "type", "oauth2ClientCredentials")));
    rotate(id, Map.of("clientSecret", "wrong-s3cret"));

    Received failed = bus.await(tenant, "IntegrationFailed", 1).getFirst();
    assertThat(failed.topic()).isEqualTo(TOPIC);
    JsonNode payload = failed.envelope().path("payload");
    assertThat(text(payload, "source")).isEqualTo("rotation");
    assertThat(text(payload, "credentialId")).isEqualTo(id);
    assertThat(text(payload, "reason")).isEqualTo("credentialRefused");
    assertThat(text(payload, "detail"))
        .isEqualTo("the token endpoint answered 401 (invalid_client)");
    assertThat(payload.path("final").asBoolean()).isFalse();
    assertThat(text(payload, "nextAttemptAt")).isNotBlank();
    JsonNode shown =
        Tenant.until(
            () -> get(id), it -> it.at("/lastRotation/status").asString().equals("waiting"));
    assertThat(version(shown)).isEqualTo(1);

    rotate(id, Map.of("clientSecret", CLIENT_SECRET));
    assertThat(version(awaitVersion(id, 3))).isEqualTo(3);
    assertThat(bus.await(tenant, "IntegrationFailed", 1)).hasSize(1);
  }

  /** The saga of the schedule is stored with its settings, and read again for each rotation. */
  @Test
  void countsTheScheduleFromTheLatestRotation() {
    String id =
        register(
            apiKey(
                Map.of(
                    "rotation", Map.of("method", "generated"),
                    "rotateEverySeconds", 3_600,
                    "rotationWindow",
                        Map.of("from", "22:00", "until", "04:00", "zone", "Europe/Berlin"))));
    for (int version = 2; version <= 3; version++) {
      rotate(id, null);
      assertThat(text(awaitVersion(id, version), "nextRotationAt")).isNotBlank();
    }
    bus.await(tenant, "CredentialRotated", 2);
    JsonNode processor =
        Tenant.until(
            () ->
                Tenant.items(tenant.api().get("/v1/admin/processors")).stream()
                    .filter(it -> text(it, "name").equals("credentials"))
                    .findAny()
                    .orElseThrow(),
            it -> it.path("lag").asLong() == 0);
    assertThat(processor.path("parked").asLong()).isZero();
  }

  @Test
  void refusesWhatMakesNoSense() {
    String id = register(apiKey(Map.of()));
    post(id, null).expecting(422);
    post(id, Map.of("token", "s3cret-two")).expecting(422);
    tenant.api().post(CREDENTIALS, Map.of("name", "x", "type", "apiKey")).expecting(422);
    tenant.api().post(CREDENTIALS, Map.of("name", "x", "type", "none")).expecting(422);
    tenant.api().post(CREDENTIALS, apiKey(Map.of("rotateEverySeconds", 3_600))).expecting(422);
    tenant
        .api()
        .post(
            CREDENTIALS,
            Map.of(
                "name", "x",
                "type", "oauth2ClientCredentials",
                "tokenUrl", "http://169.254.169.254/token",
                "clientId", "c",
                "clientSecret", "s3cret"))
        .expecting(422);
  }

  @Test
  void showsNothingToAnotherTenant() {
    String path = CREDENTIALS + "/" + register(apiKey(Map.of()));
    other.api().get(path).expecting(404);
    other.api().post(path + "/rotate", Map.of("value", "s3cret-two")).expecting(404);
    assertThat(other.api().get(CREDENTIALS).expecting(200).at("items")).isEmpty();
  }

  private static Map<String, Object> apiKey(Map<String, ?> more) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of("name", "ERP", "type", "apiKey", "header", "x-key", "value", "s3cret-one"));
    all.putAll(more);
    return all;
  }

  private Map<String, Object> withEndpoint(Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put("tokenUrl", server.url());
    all.put("clientId", "client-1");
    all.put("clientSecret", CLIENT_SECRET);
    all.put("clientProof", "form");
    return all;
  }

  private String register(Map<String, ?> credential) {
    JsonNode made = tenant.api().post(CREDENTIALS, credential).expecting(201).json();
    assertThat(made.toString()).doesNotContain("s3cret");
    assertThat(version(made)).isEqualTo(1);
    return text(made, "credentialId");
  }

  private ApiClient.Reply rotate(String id, Map<String, String> secret) {
    return post(id, secret).expecting(202);
  }

  private ApiClient.Reply post(String id, Map<String, String> secret) {
    return tenant.api().send("POST", CREDENTIALS + "/" + id + "/rotate", secret);
  }

  private JsonNode get(String id) {
    return tenant.api().get(CREDENTIALS + "/" + id).expecting(200).json();
  }

  private String list() {
    return List.of(tenant.api().get(CREDENTIALS).expecting(200).at("items")).toString();
  }

  private JsonNode awaitVersion(String id, int version) {
    return Tenant.until(() -> get(id), it -> version(it) == version);
  }

  private static int version(JsonNode credential) {
    return credential.path("version").asInt();
  }
}
