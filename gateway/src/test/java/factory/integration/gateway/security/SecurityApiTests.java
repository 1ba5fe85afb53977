package factory.integration.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import factory.integration.gateway.fixture.MemoryKeyStore;
import factory.integration.gateway.fixture.MovableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SecurityApiTests {

  private static final String EVENT = "{\"eventType\":\"a\",\"data\":{}}";

  @Autowired Api api;
  @Autowired MemoryKeyStore store;
  @Autowired MemoryEvents events;
  @Autowired MovableClock clock;

  private static void isRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.isProblem()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer nobodys-key-nobodys-key",
        "Basic YWRtaW46YWRtaW4=",
        "an-admin-key-for-tests",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."
      })
  void refusesWhoShowsNoValidKey(String authorization) {
    Answer answer = api.post("/v1/events", EVENT, "Authorization", authorization);
    isRefused(answer, 401);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @Test
  void showsAKeyOnce() {
    Answer created = api.post("/v1/api-keys", "{\"name\":\"n\",\"scopes\":[\"events.read\"]}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/keyId")).startsWith("key-");
    assertThat(created.at("/key")).startsWith("key_");
    Answer list = api.get("/v1/api-keys");
    assertThat(list.text()).contains(created.at("/keyId")).doesNotContain(created.at("/key"));
    assertThat(store.findByHash(ApiKeys.hashOf(created.at("/key")))).isPresent();
  }

  @Test
  void refusesARevokedKeyAtOnce() {
    Answer made = api.post("/v1/api-keys", "{\"name\":\"n\",\"scopes\":[\"events.publish\"]}");
    String[] key = {"Authorization", "Bearer " + made.at("/key")};
    assertThat(api.post("/v1/events", EVENT, key).status()).isEqualTo(202);
    String id = made.at("/keyId");
    assertThat(api.delete("/v1/api-keys/" + id).status()).isEqualTo(204);
    isRefused(api.post("/v1/events", EVENT, key), 401);
    isRefused(api.delete("/v1/api-keys/" + id), 404);
  }

  @Test
  void refusesAnExpiredKey() {
    String until = clock.instant().plusSeconds(60).toString();
    String body = "{\"name\":\"n\",\"scopes\":[\"admin\"],\"expiresAt\":\"" + until + "\"}";
    String key = "Bearer " + api.post("/v1/api-keys", body).at("/key");
    assertThat(api.get("/v1/event-types", "Authorization", key).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(60));
    isRefused(api.get("/v1/event-types", "Authorization", key), 401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                 | name
          {"name":"n"}                                                       | scopes
          {"name":"n","scopes":[]}                                           | scopes
          {"name":"n","scopes":["everything"]}                               | scopes
          {"name":"n","scopes":[null]}                                       | scopes
          {"name":"","scopes":["admin"]}                                     | name
          {"name":5,"scopes":["admin"]}                                      | name
          {"name":"n","scopes":"admin"}                                      | scopes
          {"name":"n","scopes":["admin"],"tenant":"t"}                       | tenant
          {"name":"n","scopes":["admin"],"expiresAt":"2020-01-01T00:00:00Z"} | expiresAt
          {"name":"n","scopes":["admin"],"expiresAt":1}                      | expiresAt
          """)
  void namesWhatIsWrongWithAKey(String body, String field) {
    Answer answer = api.post("/v1/api-keys", body);
    isRefused(answer, 422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "events.publish, POST, /v1/events",
    "events.publish, POST, /v1/events/batch",
    "events.publish, POST, /v1/integrations/events/dlv-a-1/cancel",
    "events.read, POST, /v1/events/search",
    "events.read, GET, /v1/events/evt-a",
    "events.read, POST, /v1/integrations/events/filter",
    "events.read, GET, /v1/integrations/events/dlv-a-1",
    "events.read, GET, /v1/webhooks/deliveries/dlv-a",
    "events.read, POST, /v1/dead-letters/filter",
    "events.read, GET, /v1/dead-letters/fail-a",
    "subscriptions.read, GET, /v1/webhooks/subscriptions",
    "subscriptions.read, GET, /v1/webhooks/subscriptions/sub-a",
    "subscriptions.write, POST, /v1/webhooks/subscriptions",
    "subscriptions.write, PATCH, /v1/webhooks/subscriptions/sub-a",
    "subscriptions.write, DELETE, /v1/webhooks/subscriptions/sub-a",
    "subscriptions.write, POST, /v1/webhooks/subscriptions/sub-a/enable",
    "subscriptions.write, POST, /v1/webhooks/subscriptions/sub-a/test",
    "subscriptions.write, POST, /v1/webhooks/subscriptions/sub-a/secret/rotate",
    "subscriptions.write, GET, /v1/webhooks/subscriptions/sub-a/secret",
    "integrations.read, GET, /v1/integrations/providers",
    "integrations.write, POST, /v1/integrations/providers",
    "integrations.read, GET, /v1/integrations/clients/cli-a",
    "integrations.write, POST, /v1/integrations/clients/import",
    "integrations.write, POST, /v1/integrations/catalog/slack",
    "admin, GET, /v1/admin/processors",
    "admin, POST, /v1/admin/projections/a/rebuild",
    "admin, GET, /v1/api-keys",
    "admin, POST, /v1/api-keys",
    "admin, DELETE, /v1/api-keys/key-a",
    "metrics.read, GET, /actuator/prometheus",
    "admin, GET, /actuator/env"
  })
  void asksForTheScope(String scope, String method, String path) {
    String[] none = api.keyOf("scoped", "[\"" + otherThan(scope) + "\"]");
    Answer refused = api.send(method, path, BodyPublishers.ofString("{}"), none);
    isRefused(refused, 403);
    assertThat(refused.at("/detail")).contains(scope);
    String[] key = api.keyOf("scoped", "[\"" + scope + "\"]");
    Answer allowed = api.send(method, path, BodyPublishers.ofString("{}"), key);
    assertThat(allowed.status()).isNotIn(401, 403, 405, 500);
  }

  private static String otherThan(String scope) {
    return scope.equals("events.read") ? "events.publish" : "events.read";
  }

  @Test
  void leavesAFewRoutesOpen() {
    for (String path : new String[] {"/v3/api-docs", "/inbox/a"}) {
      assertThat(api.get(path, "Authorization", "none").status()).as(path).isEqualTo(200);
    }
    assertThat(api.get("/actuator/health/liveness", "Authorization", "none").status())
        .isNotEqualTo(401);
  }

  @Test
  void letsOnlyAdminKeysActForOthers() {
    api.post("/v1/events", EVENT, "X-Tenant-Id", "acme");
    assertThat(events.last().context().get(ContextKeys.TENANT_ID)).isEqualTo("acme");
    isRefused(api.post("/v1/events", EVENT, "X-Tenant-Id", "a b"), 400);

    String[] key = api.keyOf("acme", "[\"events.publish\"]");
    api.post("/v1/events", EVENT, key);
    assertThat(events.last().context().get(ContextKeys.TENANT_ID)).isEqualTo("acme");
    isRefused(api.post("/v1/events", EVENT, key[0], key[1], "X-Tenant-Id", "default"), 403);
    assertThat(api.post("/v1/events", EVENT, key[0], key[1], "X-Tenant-Id", "acme").status())
        .isEqualTo(202);
  }

  @Test
  void keepsTheKeysOfTenantsApart() {
    api.keyOf("one", "[\"admin\"]");
    String id = api.get("/v1/api-keys", "X-Tenant-Id", "one").at("/items/0/keyId");
    assertThat(api.get("/v1/api-keys", "X-Tenant-Id", "two").text()).doesNotContain(id);
    isRefused(api.delete("/v1/api-keys/" + id, "X-Tenant-Id", "two"), 404);
  }

  @Test
  void keepsAKeyFromRevokingItself() {
    isRefused(api.delete("/v1/api-keys/" + AdminKeyBootstrap.KEY_ID), 409);
  }

  @Test
  void isUnavailableWhileTheStoreIs() {
    store.goDown(true);
    try {
      isRefused(api.get("/v1/event-types", "Authorization", "Bearer not-cached"), 503);
    } finally {
      store.goDown(false);
    }
  }
}
