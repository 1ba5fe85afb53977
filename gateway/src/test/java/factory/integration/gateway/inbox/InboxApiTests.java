package factory.integration.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class InboxApiTests {

  @Autowired Api api;
  @Autowired MovableClock clock;

  private String subscribe(String inbox) {
    return "/v1/webhooks/subscriptions/" + subscription(inbox).at("/subscriptionId");
  }

  private Answer subscription(String inbox) {
    return api.post(
        "/v1/webhooks/subscriptions",
        "{\"url\":\"http://127.0.0.1:8080/inbox/" + inbox + "\",\"eventTypes\":[\"*\"]}");
  }

  private void deliver(String inbox, String secret, String body, String sent) throws Exception {
    long timestamp = clock.instant().getEpochSecond();
    String signature = new Webhook(secret).sign("evt-1", timestamp, body);
    api.post(
        "/inbox/" + inbox,
        sent,
        "webhook-id",
        "evt-1",
        "webhook-timestamp",
        String.valueOf(timestamp),
        "webhook-signature",
        signature);
  }

  private Boolean latestIsValid(String inbox) {
    var valid = api.get("/inbox/" + inbox).json().at("/items/0/signatureValid");
    return valid.isNull() ? null : valid.asBoolean();
  }

  @Test
  void showsWhatCame() {
    Answer answer =
        api.post("/inbox/any", "not json \u00e9", "Content-Type", "text/plain", "X-A", "1");
    assertThat(answer.status()).isEqualTo(200);
    Answer shown = api.get("/inbox/any", "Authorization", "none");
    assertThat(shown.at("/items/0/body")).isEqualTo("not json \u00e9");
    assertThat(shown.at("/items/0/headers/x-a")).isEqualTo("1");
    assertThat(shown.at("/items/0/receivedAt")).isEqualTo(clock.instant().toString());
    assertThat(latestIsValid("any")).isNull();
  }

  @Test
  void takesFormsAsTheyCome() {
    api.post(
        "/inbox/form?status=204",
        "a=1&status=500&b=%20",
        "Content-Type",
        "application/x-www-form-urlencoded");
    assertThat(api.get("/inbox/form").at("/items/0/body")).isEqualTo("a=1&status=500&b=%20");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 410, 503})
  void answersWhatItIsAskedTo(int status) {
    assertThat(api.post("/inbox/status?status=" + status, "").status()).isEqualTo(status);
  }

  @Test
  void checksSignaturesWithTheSubscriptionsSecret() throws Exception {
    String secret = subscription("signed").at("/secret");
    deliver("signed", secret, "{}", "{}");
    assertThat(latestIsValid("signed")).isTrue();
    deliver("signed", secret, "{}", "{ }");
    assertThat(latestIsValid("signed")).isFalse();
    deliver("signed", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "{}", "{}");
    assertThat(latestIsValid("signed")).isFalse();
  }

  @Test
  void takesThePreviousSecretWhileItIsValid() throws Exception {
    String path = subscribe("rotated");
    String first = api.get(path + "/secret").at("/secret");
    api.post(path + "/secret/rotate", "{\"overlapSeconds\":60}");
    deliver("rotated", first, "{}", "{}");
    assertThat(latestIsValid("rotated")).isTrue();
    clock.advance(Duration.ofSeconds(60));
    deliver("rotated", first, "{}", "{}");
    assertThat(latestIsValid("rotated")).isFalse();
  }

  @Test
  void doesNotJudgeWhereNobodyIsSubscribed() throws Exception {
    deliver("nobody", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "{}", "{}");
    assertThat(latestIsValid("nobody")).isNull();
  }
}
