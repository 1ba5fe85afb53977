package factory.integration.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemorySubscriptions;
import factory.integration.gateway.fixture.MemoryVault;
import factory.integration.gateway.fixture.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SecretApiTests {
  private static final String PATH = "/v1/webhooks/subscriptions";

  private static final String MINIMAL =
      "{\"url\":\"https://example.com/hook\",\"eventTypes\":[\"orderCreated\"]}";

  @Autowired Api api;

  @Autowired MemorySubscriptions subscriptions;

  @Autowired MemoryVault vault;

  @Autowired MovableClock clock;

  private String created(String body) {
    Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/subscriptionId");
  }

  @Test
  void showsAndRotatesTheSecret() {
    Answer made = api.post(PATH, MINIMAL);
    String path = PATH + "/" + made.at("/subscriptionId");
    assertThat(api.get(path + "/secret").at("/secret")).isEqualTo(made.at("/secret"));
    Answer rotated = api.post(path + "/secret/rotate", "{\"overlapSeconds\":60}");
    assertThat(rotated.status()).isEqualTo(200);
    assertThat(rotated.at("/secret")).startsWith("whsec_").isNotEqualTo(made.at("/secret"));
    assertThat(rotated.at("/previousSecretValidUntil"))
        .isEqualTo(clock.instant().plusSeconds(60).toString());
    assertThat(api.get(path + "/secret").at("/secret")).isEqualTo(rotated.at("/secret"));
    assertThat(api.post(path + "/secret/rotate", "").at("/previousSecretValidUntil"))
        .isEqualTo(clock.instant().plusSeconds(86_400).toString());
    assertThat(api.post(path + "/secret/rotate", "{\"overlapSeconds\":604801}").status())
        .isEqualTo(422);
    assertThat(api.post(path + "/secret/rotate", "{\"overlapSeconds\":-1}").status())
        .isEqualTo(422);
  }

  @Test
  void goesOnWithARotationThatBrokeOff() {
    String id = created(MINIMAL);
    vault.put(TenantId.DEFAULT, subscriptions.get(id).secret().next(), "whsec_left");
    assertThat(api.post(PATH + "/" + id + "/secret/rotate", "").at("/secret"))
        .isEqualTo("whsec_left");
  }

  @Test
  void answersWhatATestCallBrought() {
    Answer answer = api.post(PATH + "/" + created(MINIMAL) + "/test", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("statusCode").asInt()).isEqualTo(204);
  }
}
