package factory.integration.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemorySubscriptions;
import factory.integration.gateway.fixture.MemoryVault;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SubscriptionRefusalApiTests {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "url":null                                     | url
          "url":"example.com"                            | url
          "url":"file:///etc/passwd"                     | url
          "url":"gopher://a.example"                     | url
          "url":"https://user:pw@a.example"              | url
          "url":"https://a.example/#x"                   | url
          "url":"https://a.example/ b"                   | url
          "url":"https://blocked.example/"               | url
          "url":7                                        | url
          "eventTypes":[]                                | eventTypes
          "eventTypes":["a b"]                           | eventTypes
          "eventTypes":[1]                               | eventTypes.0
          "eventTypes":"orderCreated"                    | eventTypes
          "ownerId":""                                   | ownerId
          "name":"a\\nb"                                 | name
          "headers":{"authorization":"x"}                | headers.authorization
          "headers":{"webhook-id":"x"}                   | headers.webhook-id
          "headers":{"x-a":"b\\r\\nc"}                   | headers.x-a
          "headers":{"x-a":{}}                           | headers.x-a
          "headers":{"x-a":null}                         | headers.x-a
          "retryPolicy":"never"                          | retryPolicy
          "retryPolicy":5                                | retryPolicy
          "retryPolicy":{"retries":6}                    | retryPolicy
          "retryPolicy":{"retries":"2"}                  | retryPolicy
          "retryPolicy":{"retries":1,"delaysSeconds":[]} | retryPolicy
          "retryPolicy":{"delaysSeconds":[-1]}           | retryPolicy
          "retryPolicy":{"delaysSeconds":[1.5]}          | retryPolicy
          "retryPolicy":{"delaysSeconds":[99999999999999999999]} | retryPolicy
          "retryPolicy":{"giveUpAfterSeconds":5}         | retryPolicy
          "retryPolicy":{"delay":[1]}                    | retryPolicy
          "ordering":"lifo"                              | ordering
          "ordering":1                                   | ordering
          "payloadFormat":"xml"                          | payloadFormat
          "timeoutSeconds":0                             | timeoutSeconds
          "timeoutSeconds":61                            | timeoutSeconds
          "timeoutSeconds":"15"                          | timeoutSeconds
          "rateLimitPerSecond":5                         | rateLimitPerSecond
          "filter":{"a":1}                               | filter
          "enabled":"yes"                                | enabled
          "secret":"whsec_x"                             | secret
          "auth":"bearer"                                | auth
          "auth":{}                                      | auth.type
          "auth":{"type":"kerberos"}                       | auth.type
          "auth":{"type":"bearer"}                       | auth.token
          "auth":{"type":"bearer","token":"***"}         | auth.token
          "auth":{"type":"bearer","token":"a\\r\\nb"}    | auth.token
          "auth":{"type":"bearer","token":"t","username":"u"} | auth.username
          "auth":{"type":"basic","password":"p"}         | auth.username
          "auth":{"type":"basic","username":"a:b","password":"p"} | auth.username
          "auth":{"type":"apiKey","value":"v"}           | auth.header
          "auth":{"type":"apiKey","header":"host","value":"v"} | auth.header
          "auth":{"type":"hmac","header":"x-sig","secret":"s","algorithm":"md5"} | auth.algorithm
          "auth":{"type":"none","scope":"x"}             | auth.scope
          """)
  void namesWhatIsWrong(String field, String wrong) {
    int before = vault.size();
    String name = field.substring(0, field.indexOf(':') + 1);
    String body =
        MINIMAL.contains(name)
            ? MINIMAL.replaceAll(
                name + "(\"[^\"]*\"|\\[[^]]*])", java.util.regex.Matcher.quoteReplacement(field))
            : with(field);
    Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.at("/errors/0/field")).as(answer.text()).isEqualTo(wrong);
    assertThat(vault.size()).isEqualTo(before);
  }

  @Test
  void refusesAnAddressOfTenKilobytes() {
    String body = MINIMAL.replace("/hook", "/" + "a".repeat(10_240));
    assertThat(api.post(PATH, body).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=251", "limit=x", "cursor=broken", "cursor="})
  void refusesOtherPages(String query) {
    Answer answer = api.get(PATH + "?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.isProblem()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "PATCH, ''",
    "DELETE, ''",
    "POST, /enable",
    "POST, /disable",
    "POST, /test",
    "GET, /secret",
    "POST, /secret/rotate"
  })
  void tellsNobodyOfAnotherTenantsSubscription(String method, String route) {
    String theirs = created(MINIMAL);
    String[] unknown = {
      theirs, "sub-unknown", "evt-a", "sub-a.b", "$where", "sub-" + "a".repeat(80)
    };
    Answer first = null;
    for (String id : unknown) {
      Answer answer =
          api.send(
              method,
              PATH + "/" + id + route,
              BodyPublishers.ofString("{}"),
              "X-Tenant-Id",
              "else");
      assertThat(answer.status()).as(id).isEqualTo(404);
      first = first == null ? answer : first;
      assertThat(answer.text()).isEqualTo(first.text());
    }
    assertThat(subscriptions.get(theirs).enabled()).isTrue();
  }
}
