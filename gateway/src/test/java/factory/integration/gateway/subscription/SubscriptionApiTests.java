package factory.integration.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemorySubscriptions;
import factory.integration.gateway.fixture.MemoryVault;
import factory.integration.gateway.fixture.MovableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class SubscriptionApiTests {

  private static final String PATH = "/v1/webhooks/subscriptions";
  private static final String MINIMAL =
      "{\"url\":\"https://example.com/hook\",\"eventTypes\":[\"orderCreated\"]}";

  @Autowired Api api;
  @Autowired MemorySubscriptions subscriptions;
  @Autowired MemoryVault vault;
  @Autowired MovableClock clock;

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
          "auth":{"type":"oauth2"}                       | auth.type
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

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=251", "limit=x", "cursor=broken", "cursor="})
  void refusesOtherPages(String query) {
    Answer answer = api.get(PATH + "?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.isProblem()).isTrue();
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
