package factory.integration.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.subscription.EndpointAuth;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemorySubscriptions;
import factory.integration.gateway.fixture.MemoryVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SubscriptionPatchTests {

  @Autowired Api api;
  @Autowired MemorySubscriptions subscriptions;
  @Autowired MemoryVault vault;

  private String id;
  private String path;

  @BeforeEach
  void subscribe() {
    id =
        api.post(
                "/v1/webhooks/subscriptions",
                """
                {"url":"https://example.com/hook","eventTypes":["orderCreated"],"name":"n",
                 "headers":{"x-a":"1","x-b":"2"},"retryPolicy":{"delaysSeconds":[5]},
                 "auth":{"type":"basic","username":"u","password":"p"}}
                """)
            .at("/subscriptionId");
    path = "/v1/webhooks/subscriptions/" + id;
  }

  private EndpointAuth auth() {
    return subscriptions.get(id).settings().auth();
  }

  @Test
  void changesWhatItNames() {
    Answer answer =
        api.patch(path, "{\"name\":\"other\",\"headers\":{\"x-a\":null,\"x-c\":\"3\"}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .contains("\"name\":\"other\"", "\"headers\":{\"x-b\":\"2\",\"x-c\":\"3\"}");
    assertThat(answer.text()).contains("\"delaysSeconds\":[5]");
  }

  @Test
  void takesTheMediaTypeOfMergePatches() {
    assertThat(
            api.patch(path, "{\"name\":null}", "Content-Type", "application/merge-patch+json")
                .json()
                .path("name")
                .isNull())
        .isTrue();
  }

  @Test
  void removesByNullUpToTheDefault() {
    assertThat(api.patch(path, "{\"retryPolicy\":null,\"auth\":null}").text())
        .contains("\"retryPolicy\":\"standard\"", "\"auth\":{\"type\":\"none\"}");
  }

  @Test
  void keepsTheSecretThatIsMasked() {
    EndpointAuth before = auth();
    int secrets = vault.size();
    api.patch(path, "{\"name\":\"x\"}");
    assertThat(auth()).isEqualTo(before);
    api.patch(path, "{\"auth\":{\"username\":\"v\"}}");
    assertThat(auth())
        .isEqualTo(new EndpointAuth.Basic("v", ((EndpointAuth.Basic) before).password()));
    assertThat(vault.size()).isEqualTo(secrets);
    api.patch(path, "{\"auth\":{\"password\":\"new\"}}");
    assertThat(auth()).isNotEqualTo(before);
    assertThat(vault.size()).isEqualTo(secrets + 1);
  }

  @Test
  void replacesAuthOfAnotherTypeAndCountedRetries() {
    Answer answer =
        api.patch(
            path,
            "{\"auth\":{\"type\":\"bearer\",\"token\":\"t\"},\"retryPolicy\":{\"retries\":1}}");
    assertThat(answer.text())
        .contains("\"auth\":{\"type\":\"bearer\",\"token\":\"***\"}", "\"delaysSeconds\":[25]");
  }

  @Test
  void disablesAndEnables() {
    assertThat(api.patch(path, "{\"enabled\":false,\"name\":\"off\"}").text())
        .contains("\"enabled\":false", "\"name\":\"off\"", "\"disabledReason\":\"requested\"");
    assertThat(api.patch(path, "{\"enabled\":true}").text()).contains("\"enabled\":true");
    assertThat(subscriptions.get(id).version()).isEqualTo(3);
  }

  @Test
  void changesNothingWhereThereIsNothingToChange() {
    assertThat(api.patch(path, "{}").status()).isEqualTo(200);
    assertThat(api.patch(path, "{\"name\":\"n\"}").status()).isEqualTo(200);
    assertThat(subscriptions.get(id).version()).isZero();
  }

  @Test
  void keepsWhatAnotherCallerChangedMeanwhile() {
    subscriptions.beforeNextChange(() -> api.patch(path, "{\"name\":\"theirs\"}"));
    subscriptions.lagFor(0);
    Answer answer = api.patch(path, "{\"timeoutSeconds\":30}");
    assertThat(answer.text()).contains("\"timeoutSeconds\":30", "\"name\":\"theirs\"");
  }

  @Test
  void givesUpWhenOthersKeepChanging() {
    changeAgainAndAgain(3);
    Answer answer = api.patch(path, "{\"timeoutSeconds\":30}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.isProblem()).isTrue();
  }

  private void changeAgainAndAgain(int times) {
    if (times > 0) {
      subscriptions.beforeNextChange(
          () -> {
            api.patch(path, "{\"name\":\"" + times + "\"}");
            changeAgainAndAgain(times - 1);
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"url":null}                     | url
          {"url":"https://blocked.example"}| url
          {"eventTypes":null}              | eventTypes
          {"nope":1}                       | nope
          {"subscriptionId":"sub-x"}       | subscriptionId
          {"timeoutSeconds":"a"}           | timeoutSeconds
          {"headers":{"host":"x"}}         | headers.host
          {"auth":{"type":"bearer"}}       | auth.token
          {"filter":{}}                    | filter
          """)
  void namesWhatIsWrong(String patch, String field) {
    Answer answer = api.patch(path, patch);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(subscriptions.get(id).version()).isZero();
  }

  @Test
  void mustBeAnObject() {
    assertThat(api.patch(path, "[]").status()).isEqualTo(400);
    assertThat(api.patch(path, "").status()).isEqualTo(400);
  }
}
