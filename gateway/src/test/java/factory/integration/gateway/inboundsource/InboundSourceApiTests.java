package factory.integration.gateway.inboundsource;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryInbound;
import factory.integration.gateway.fixture.MemoryVault;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class InboundSourceApiTests {

  private static final String PATH = "/v1/inbound/sources";
  private static final String GITHUB = "{\"verification\":{\"type\":\"github\"}}";

  @Autowired Api api;

  @Autowired MemoryInbound inbound;

  @Autowired MemoryVault vault;

  private static String with(String more) {
    return GITHUB.substring(0, GITHUB.length() - 1) + "," + more + "}";
  }

  private String created(String body) {
    Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/sourceId");
  }

  @Test
  void createsWithDefaultsAndShowsTheSecretOnce() {
    Answer answer = api.post(PATH, GITHUB);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    String id = answer.at("/sourceId");
    assertThat(id).matches("src-[0-9a-z]{26}");
    assertThat(answer.at("/path")).isEqualTo("/v1/inbound/" + id);
    assertThat(answer.at("/secret")).matches("[0-9a-f]{64}");
    assertThat(vault.find(TenantId.DEFAULT, inbound.source(id).secret()))
        .contains(answer.at("/secret"));
    assertThat(api.get(PATH + "/" + id).text())
        .contains(
            "\"verification\":{\"type\":\"github\"}",
            "\"eventType\":{\"header\":\"X-GitHub-Event\"}",
            "\"payload\":{\"pointer\":\"\"}",
            "\"deduplicationKey\":{\"header\":\"X-GitHub-Delivery\"}",
            "\"publish\":true",
            "\"enabled\":true")
        .doesNotContain("\"secret\"", answer.at("/secret"));
  }

  @Test
  void takesTheSecretOfTheVendor() {
    Answer answer = api.post(PATH, with("\"secret\":\"s3cret\""));
    assertThat(answer.at("/secret")).isEqualTo("s3cret");
    assertThat(vault.find(TenantId.DEFAULT, inbound.source(answer.at("/sourceId")).secret()))
        .contains("s3cret");
  }

  @Test
  void makesAKeyOfStandardWebhooks() {
    Answer answer = api.post(PATH, "{\"verification\":{\"type\":\"standardWebhooks\"}}");
    assertThat(Base64.getDecoder().decode(answer.at("/secret").substring("whsec_".length())))
        .hasSize(32);
    assertThat(answer.json().at("/verification/toleranceSeconds").asInt()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stripe  | pointer | /type           | pointer | /id
          shopify | header  | X-Shopify-Topic | header  | X-Shopify-Event-Id
          slack   | pointer | /event/type     | pointer | /event_id
          """)
  void knowsWhereVendorsPutThings(
      String type, String kind, String eventType, String keyKind, String key) {
    Answer answer = api.post(PATH, "{\"verification\":{\"type\":\"" + type + "\"}}");
    assertThat(answer.at("/mapping/eventType/" + kind)).isEqualTo(eventType);
    assertThat(answer.at("/mapping/deduplicationKey/" + keyKind)).isEqualTo(key);
  }

  @Test
  void createsAGenericSource() {
    String id =
        created(
            """
            {"name":"ERP","verification":{"type":"hmac","header":"x-sig","algorithm":"sha512",
              "encoding":"base64","prefix":"v1=","signedContent":"{timestamp}.{body}",
              "timestampHeader":"x-time","toleranceSeconds":60},
             "mapping":{"eventType":{"expression":"body.kind"},"payload":{"pointer":"/data"}},
             "publish":false,"ownerId":"c-1","enabled":false,
             "response":{"status":202,"contentType":"application/json","body":"{}"}}
            """);
    assertThat(api.get(PATH + "/" + id).text())
        .contains(
            "\"algorithm\":\"sha512\"",
            "\"encoding\":\"base64\"",
            "\"signedContent\":\"{timestamp}.{body}\"",
            "\"toleranceSeconds\":60",
            "\"eventType\":{\"expression\":\"body.kind\"}",
            "\"deduplicationKey\":{\"bodyHash\":true}",
            "\"publish\":false",
            "\"ownerId\":\"c-1\"",
            "\"enabled\":false",
            "\"status\":202");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                  | verification
          {"verification":{"type":"gitlab"}}                                  | verification.type
          {"verification":{"type":"github","header":"x"}}                     | verification.header
          {"verification":{"type":"stripe","toleranceSeconds":0}}             | verification.toleranceSeconds
          {"verification":{"type":"hmac","header":"x"}}                       | mapping.eventType
          {"verification":{"type":"hmac","header":"a b"}}                     | verification.header
          {"verification":{"type":"hmac","header":"x","signedContent":"x"}}   | verification.signedContent
          {"verification":{"type":"hmac","header":"x","timestampHeader":"t"}} | verification.signedContent
          {"verification":{"type":"basic"}}                                   | verification.username
          {"verification":{"type":"apiKey"}}                                  | verification.header
          {"verification":{"type":"standardWebhooks"},"secret":"%"}           | secret
          {"verification":{"type":"github"},"secret":""}                      | secret
          {"verification":{"type":"github"},"response":{"status":302}}        | response.status
          {"verification":{"type":"github"},"response":{"contentType":"text/html","body":"x"}} | response.contentType
          {"verification":{"type":"github"},"response":{"status":204,"body":"x"}} | response.body
          {"verification":{"type":"github"},"mapping":{"eventType":{}}}       | mapping.eventType
          {"verification":{"type":"github"},"mapping":{"eventType":{"fixed":"a","header":"b"}}} | mapping.eventType
          {"verification":{"type":"github"},"mapping":{"eventType":{"bodyHash":true}}} | mapping.eventType
          {"verification":{"type":"github"},"mapping":{"payload":{"header":"x"}}} | mapping.payload
          {"verification":{"type":"github"},"mapping":{"payload":{"expression":"("}}} | mapping.payload
          {"verification":{"type":"github"},"mapping":{"payload":{"pointer":"a"}}} | mapping.payload
          {"verification":{"type":"github"},"mapping":{"deduplicationKey":{"fixed":"a"}}} | mapping.deduplicationKey
          {"verification":{"type":"github"},"other":1}                        | other
          """)
  void refusesWhatIsWrong(String body, String field) {
    int secrets = vault.size();
    Answer answer = api.post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsString("field")).contains(field);
    assertThat(vault.size()).isEqualTo(secrets);
  }

  @Test
  void changesAPart() {
    String id = created(with("\"name\":\"a\",\"ownerId\":\"c-1\""));
    Answer answer =
        api.patch(
            PATH + "/" + id,
            "{\"name\":\"b\",\"ownerId\":null,\"mapping\":{\"eventType\":{\"fixed\":\"pushed\"}}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/name")).isEqualTo("b");
    assertThat(answer.json().path("ownerId").isNull()).isTrue();
    assertThat(answer.at("/mapping/eventType/fixed")).isEqualTo("pushed");
    assertThat(answer.at("/mapping/deduplicationKey/header")).isEqualTo("X-GitHub-Delivery");
  }

  @Test
  void takesTheMappingOfAnotherVendor() {
    String id = created(GITHUB);
    Answer answer = api.patch(PATH + "/" + id, "{\"verification\":{\"type\":\"stripe\"}}");
    assertThat(answer.at("/mapping/eventType/pointer")).isEqualTo("/type");
  }

  @Test
  void doesNotChangeTheSecretByAPatch() {
    Answer answer = api.patch(PATH + "/" + created(GITHUB), "{\"secret\":\"x\"}");
    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void rotatesToASecretThatIsGivenOrMade() {
    String id = created(GITHUB);
    Answer made = api.post(PATH + "/" + id + "/secret/rotate", "{}");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(made.at("/secret")).matches("[0-9a-f]{64}");
    Answer given = api.post(PATH + "/" + id + "/secret/rotate", "{\"secret\":\"vendor's\"}");
    assertThat(given.at("/secret")).isEqualTo("vendor's");
    assertThat(vault.find(TenantId.DEFAULT, inbound.source(id).secret())).contains("vendor's");
    assertThat(api.post(PATH + "/" + id + "/secret/rotate", "{\"overlapSeconds\":-1}").status())
        .isEqualTo(422);
  }

  @Test
  void listsAndRemoves() {
    String id = created(GITHUB);
    assertThat(api.get(PATH).text()).contains(id);
    assertThat(api.delete(PATH + "/" + id).status()).isEqualTo(204);
    assertThat(api.get(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(api.get(PATH).text()).doesNotContain(id);
  }

  @Test
  void hidesOtherTenantsSources() {
    String id = created(GITHUB);
    String[] key = api.keyOf("acme", "[\"integrations.read\",\"integrations.write\"]");
    for (String path : new String[] {"", "/rejections", "/deliveries"}) {
      assertThat(api.get(PATH + "/" + id + path, key).status()).isEqualTo(404);
    }
    assertThat(api.patch(PATH + "/" + id, "{}", key).status()).isEqualTo(404);
    assertThat(api.delete(PATH + "/" + id, key).status()).isEqualTo(404);
    assertThat(api.post(PATH + "/" + id + "/secret/rotate", "{}", key).status()).isEqualTo(404);
    assertThat(api.get(PATH, key).text()).doesNotContain(id);
  }

  @Test
  void needsTheScopes() {
    String[] read = api.keyOf("default", "[\"integrations.read\"]");
    assertThat(api.get(PATH, read).status()).isEqualTo(200);
    assertThat(api.post(PATH, GITHUB, read).status()).isEqualTo(403);
    String[] other = api.keyOf("default", "[\"subscriptions.write\"]");
    assertThat(api.get(PATH, other).status()).isEqualTo(403);
    assertThat(api.post(PATH, GITHUB, "Authorization", "none").status()).isEqualTo(401);
  }

  @Test
  void showsWhatASourceHasSent() {
    Answer answer = api.get(PATH + "/" + created(GITHUB) + "/deliveries?limit=10");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().has("items")).isTrue();
  }
}
