package factory.integration.app.api;

import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.Tenant.Subscription;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class SecretsIT {

  private static final String SECRET = "s3cret-of-the-endpoint";

  private final Sink sink;
  private final Tenant tenant;

  SecretsIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @Test
  void signsWithBothSecretsDuringTheOverlap() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    String next = rotate(subscription, 3600);
    assertThat(next).startsWith("whsec_").isNotEqualTo(subscription.secret());
    tenant.publishOrder("o-1");
    Call call = endpoint.only();
    assertThat(call.header("webhook-signature").split(" ")).hasSize(2);
    assertThat(call.isSignedWith(subscription.secret())).isTrue();
    assertThat(call.isSignedWith(next)).isTrue();
    assertThat(tenant.api().get(subscription.path() + "/secret").at("secret").asString())
        .isEqualTo(next);
  }

  @Test
  void forgetsTheOldSecretAfterTheOverlap() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    String next = rotate(subscription, 0);
    tenant.publishOrder("o-1");
    assertThat(endpoint.only().isSignedWith(next)).isTrue();
    assertThat(endpoint.only().isSignedWith(subscription.secret())).isFalse();
  }

  @Test
  void provesItselfByBasicAuthentication() {
    String credentials =
        Base64.getEncoder().encodeToString(("u:" + SECRET).getBytes(StandardCharsets.UTF_8));
    Call call = callWith(Map.of("type", "basic", "username", "u", "password", SECRET));
    assertThat(call.header("authorization")).isEqualTo("Basic " + credentials);
    assertNowhere(credentials);
  }

  @Test
  void provesItselfByABearerToken() {
    Call call = callWith(Map.of("type", "bearer", "token", SECRET));
    assertThat(call.header("authorization")).isEqualTo("Bearer " + SECRET);
  }

  @Test
  void provesItselfByAnApiKey() {
    Call call = callWith(Map.of("type", "apiKey", "header", "x-key", "value", SECRET));
    assertThat(call.header("x-key")).isEqualTo(SECRET);
  }

  @Test
  void provesItselfByAnHmacOfTheBody() throws GeneralSecurityException {
    Call call = callWith(Map.of("type", "hmac", "header", "x-sum", "secret", SECRET));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] sum = mac.doFinal(call.body().getBytes(StandardCharsets.UTF_8));
    assertThat(call.header("x-sum")).containsIgnoringCase(HexFormat.of().formatHex(sum));
  }

  private String rotate(Subscription subscription, int overlapSeconds) {
    return tenant
        .api()
        .post(subscription.path() + "/secret/rotate", Map.of("overlapSeconds", overlapSeconds))
        .expecting(200)
        .at("secret")
        .asString();
  }

  /** The call that a subscription with that authentication got; its secret must show nowhere. */
  private Call callWith(Map<String, String> auth) {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint, Map.of("auth", auth));
    JsonNode attempt = tenant.awaitAttempt(tenant.publishOrder("o-1"), "success");
    assertThat(tenant.attempt(attempt).path("communicationLogs")).hasSize(1);
    assertNowhere(SECRET);
    assertNowhere(subscription.secret());
    return endpoint.only();
  }

  /** Looks through everything of the tenant that the API shows without being asked for secrets. */
  private void assertNowhere(String secret) {
    ApiClient api = tenant.api();
    assertThat(api.get(Tenant.SUBSCRIPTIONS).text()).doesNotContain(secret);
    for (JsonNode attempt : tenant.attempts(Map.of())) {
      assertThat(tenant.attempt(attempt).toString()).doesNotContain(secret);
      assertThat(tenant.event(text(attempt, "eventId")).toString()).doesNotContain(secret);
      assertThat(api.get(Tenant.SUBSCRIPTIONS + "/" + text(attempt, "integrationId")).text())
          .doesNotContain(secret);
    }
  }
}
