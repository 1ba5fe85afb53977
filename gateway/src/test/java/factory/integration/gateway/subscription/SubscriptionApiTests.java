package factory.integration.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemorySubscriptions;
import factory.integration.gateway.fixture.MemoryVault;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SubscriptionApiTests {

  private static final String PATH = "/v1/webhooks/subscriptions";

  private static final String MINIMAL =
      "{\"url\":\"https://example.com/hook\",\"eventTypes\":[\"orderCreated\"]}";

  @Autowired Api api;

  @Autowired MemorySubscriptions subscriptions;

  @Autowired MemoryVault vault;

  private static String with(String more) {
    return MINIMAL.substring(0, MINIMAL.length() - 1) + "," + more + "}";
  }

  private String created(String body) {
    Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/subscriptionId");
  }

  @Test
  void createsWithDefaults() {
    Answer answer = api.post(PATH, MINIMAL);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/subscriptionId")).matches("sub-[0-9a-z]{26}");
    assertThat(Base64.getDecoder().decode(answer.at("/secret").substring("whsec_".length())))
        .hasSize(32);
    String shown = api.get(PATH + "/" + answer.at("/subscriptionId")).text();
    assertThat(shown)
        .contains(
            "\"auth\":{\"type\":\"none\"}",
            "\"retryPolicy\":\"standard\"",
            "\"ordering\":\"none\"",
            "\"timeoutSeconds\":15",
            "\"rateLimitPerSecond\":null",
            "\"filter\":null",
            "\"payloadFormat\":\"standard\"",
            "\"enabled\":true",
            "\"disabledReason\":null",
            "\"headers\":{}")
        .doesNotContain("whsec_", "\"secret\"");
  }

  @Test
  void createsWithEverything() {
    Answer answer =
        api.post(
            PATH,
            """
            {"url":"https://example.com/hook","eventTypes":["order.created","cart*"],
             "ownerId":"c 1","name":"ERP","headers":{"x-env":"prod"},
             "auth":{"type":"bearer","token":"t0ken"},
             "retryPolicy":{"delaysSeconds":[25,3600],"giveUpAfterSeconds":86400},
             "ordering":"strict","timeoutSeconds":60,"rateLimitPerSecond":null,"filter":null,
             "payloadFormat":"envelope","enabled":false}
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.text())
        .contains(
            "\"eventTypes\":[\"orderCreated\",\"cart*\"]",
            "\"auth\":{\"type\":\"bearer\",\"token\":\"***\"}",
            "\"retryPolicy\":{\"delaysSeconds\":[25,3600],\"giveUpAfterSeconds\":86400}",
            "\"ordering\":\"strict\"",
            "\"payloadFormat\":\"envelope\"",
            "\"enabled\":false",
            "\"disabledReason\":\"requested\"")
        .doesNotContain("t0ken");
    var auth = subscriptions.get(answer.at("/subscriptionId")).settings().auth();
    assertThat(auth)
        .isInstanceOfSatisfying(
            EndpointAuth.Bearer.class,
            bearer -> assertThat(vault.find(TenantId.DEFAULT, bearer.token())).contains("t0ken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "sevenDays"                                   | "sevenDays"
          {"delaysSeconds":[]}                          | {"delaysSeconds":[]}
          {"retries":0}                                 | {"delaysSeconds":[]}
          {"retries":2}                                 | {"delaysSeconds":[25,3600]}
          """)
  void takesEveryFormOfRetryPolicy(String given, String shown) {
    Answer answer = api.post(PATH, with("\"retryPolicy\":" + given));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().path("retryPolicy").toString()).isEqualTo(shown);
  }

  @Test
  void readsItsOwnWrites() {
    String id = created(MINIMAL);
    subscriptions.lagFor(5);
    assertThat(api.post(PATH + "/" + id + "/disable", "").text())
        .contains("\"enabled\":false", "\"disabledReason\":\"requested\"");
    subscriptions.lagFor(5);
    String made = created(MINIMAL);
    assertThat(api.get(PATH + "/" + made).status()).isEqualTo(200);
    subscriptions.lagFor(5);
    assertThat(api.delete(PATH + "/" + made).status()).isEqualTo(204);
    assertThat(api.get(PATH + "/" + made).status()).isEqualTo(404);
  }

  @Test
  void enablesAgain() {
    String id = created(MINIMAL);
    subscriptions.endpointGone(id);
    assertThat(api.get(PATH + "/" + id).at("/disabledReason")).isEqualTo("endpointGone");
    assertThat(api.post(PATH + "/" + id + "/enable", "").text())
        .contains("\"enabled\":true", "\"disabledReason\":null");
    assertThat(api.post(PATH + "/" + id + "/enable", "").status()).isEqualTo(200);
  }

  @Test
  void deletes() {
    String id = created(MINIMAL);
    assertThat(api.delete(PATH + "/" + id).status()).isEqualTo(204);
    assertThat(api.get(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(api.delete(PATH + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void listsPageByPage() {
    for (int i = 0; i < 3; i++) {
      api.post(PATH, with("\"ownerId\":\"paged\""), "X-Tenant-Id", "paged");
    }
    api.post(PATH, MINIMAL, "X-Tenant-Id", "paged");
    Answer first = api.get(PATH + "?ownerId=paged&limit=2", "X-Tenant-Id", "paged");
    assertThat(first.json().path("items").size()).isEqualTo(2);
    Answer second =
        api.get(
            PATH + "?ownerId=paged&limit=2&cursor=" + first.at("/nextCursor"),
            "X-Tenant-Id",
            "paged");
    assertThat(second.json().path("items").size()).isEqualTo(1);
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
  }
}
