package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class OAuthDeliveryIT {

  private static final String SECRET = "s3cret-of-the-client";

  private final TokenServer server = new TokenServer(SECRET);
  private final Sink sink;
  private final Tenant tenant;

  OAuthDeliveryIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void provesItselfByATokenThatItKeeps() {
    Endpoint endpoint = sink.endpoint();
    Tenant.Subscription subscription = subscribe(endpoint);
    tenant.publishOrder("o-1");
    tenant.publishOrder("o-2");
    assertThat(endpoint.await(2))
        .extracting(call -> call.header("authorization"))
        .containsOnly("Bearer " + TokenServer.token(1));
    assertThat(server.forms()).hasSize(1);
    assertThat(server.forms().getFirst()).contains("scope=orders");
    assertNowhere(SECRET, subscription);
    assertNowhere(TokenServer.token(1), subscription);
  }

  @Test
  void triesAgainWhenTheTokenEndpointIsDown() {
    triesAgainAfter(503, "down", "the token endpoint answered 503");
  }

  @Test
  void triesAgainWhenATokenIsTooLong() {
    triesAgainAfter(
        200,
        "{\"access_token\":\"" + "x".repeat(1_000_000) + "\"}",
        "the token endpoint answered more than 64 KiB");
  }

  private void triesAgainAfter(int status, String body, String detail) {
    server.first(status, body);
    Endpoint endpoint = sink.endpoint();
    subscribe(endpoint);
    String eventId = tenant.publishOrder("o-1");

    JsonNode second = tenant.awaitAttempt(eventId, "success");
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
    JsonNode first = tenant.attempts(eventId).getLast();
    assertThat(text(first, "failureCategory")).isEqualTo("authentication");
    assertThat(tenant.attempt(first).at("/communicationLogs/0/error").asString()).isEqualTo(detail);
    assertThat(endpoint.calls()).hasSize(1);
  }

  private Tenant.Subscription subscribe(Endpoint endpoint) {
    Map<String, Object> auth =
        Map.of(
            "type",
            "oauth2",
            "tokenUrl",
            server.url(),
            "clientId",
            "client-1",
            "clientSecret",
            SECRET,
            "scopes",
            List.of("orders"),
            "clientProof",
            "form");
    Map<String, Object> settings = new HashMap<>(Tenant.retrying(List.of(3)));
    settings.put("auth", auth);
    return tenant.subscribe(endpoint, settings);
  }

  private void assertNowhere(String secret, Tenant.Subscription subscription) {
    assertThat(tenant.api().get(subscription.path()).text()).doesNotContain(secret);
    for (JsonNode attempt : tenant.attempts(Map.of())) {
      assertThat(tenant.attempt(attempt).toString()).doesNotContain(secret);
    }
  }
}
