package factory.integration.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.IngestWebhook;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryInbound;
import factory.integration.gateway.fixture.MovableClock;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class InboundApiTests {

  private static final String SOURCES = "/v1/inbound/sources";
  private static final String SECRET = "It's a Secret to Everybody";
  private static final String BODY = "{\"ref\": \"refs/heads/main\", \"size\": 1.0}";

  @Autowired Api api;

  @Autowired MemoryInbound inbound;

  @Autowired MovableClock clock;

  @Autowired InboundResults results;

  private String source(String more, String... headers) {
    String body =
        "{\"verification\":{\"type\":\"github\"},\"secret\":\"" + SECRET + "\"" + more + "}";
    Answer answer = api.post(SOURCES, body, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/sourceId");
  }

  @Test
  void keepsAVerifiedWebhookByteForByte() {
    String source = source(",\"ownerId\":\"customer-1\"");
    Answer answer = new Vendor(api, source).push(SECRET, "guid-1", BODY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("duplicate").asBoolean()).isFalse();
    IngestWebhook command = inbound.webhook(answer.at("/deliveryId"));
    assertThat(command.webhook().body()).isEqualTo(BODY);
    assertThat(command.webhook().data()).isEqualTo(BODY);
    assertThat(command.webhook().eventType().value()).isEqualTo("push");
    assertThat(command.webhook().deduplicationKey()).isEqualTo("guid-1");
    assertThat(command.webhook().ownerId()).isEqualTo("customer-1");
    assertThat(command.webhook().publish()).isTrue();
    assertThat(command.webhook().sourceId().value()).isEqualTo(source);
    assertThat(command.exchange().requestHeaders())
        .containsEntry("x-hub-signature-256", "***")
        .containsEntry("authorization", "***")
        .containsEntry("x-github-event", "push");
    assertThat(command.exchange().signedWith())
        .containsExactly(inbound.source(source).secret().toString());
  }

  @Test
  void acknowledgesARepeat() {
    Vendor vendor = new Vendor(api, source(""));
    String delivery = vendor.push(SECRET, "guid-1", BODY).at("/deliveryId");
    int before = inbound.webhooks();
    Answer repeat = vendor.push(SECRET, "guid-1", BODY);
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.at("/deliveryId")).isEqualTo(delivery);
    assertThat(repeat.json().path("duplicate").asBoolean()).isTrue();
    assertThat(inbound.webhooks()).isEqualTo(before);
  }

  @Test
  void keepsOneOfManyThatComeAtOnce() throws InterruptedException, ExecutionException {
    Vendor vendor = new Vendor(api, source(""));
    int before = inbound.webhooks();
    Callable<Answer> call = () -> vendor.push(SECRET, "guid-1", BODY);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          threads.invokeAll(IntStream.range(0, 100).mapToObj(_ -> call).toList());
      Set<String> deliveries =
          answers.stream()
              .map(Future::resultNow)
              .map(answer -> answer.status() + answer.at("/deliveryId"))
              .collect(Collectors.toSet());
      assertThat(deliveries).hasSize(1).allMatch(it -> it.startsWith("200dlv-"));
    }
    assertThat(inbound.webhooks()).isEqualTo(before + 1);
  }

  @Test
  void tellsTheSameKeyOfTwoSourcesAndTypesApart() {
    Vendor first = new Vendor(api, source(""));
    Vendor second = new Vendor(api, source(""));
    assertThat(first.push(SECRET, "guid-1", BODY).at("/deliveryId"))
        .isNotEqualTo(second.push(SECRET, "guid-1", BODY).at("/deliveryId"));
  }

  @Test
  void refusesAWrongSignatureAndKeepsThatItCame() {
    String source = source("");
    long before = results.total(InboundResult.REJECTED);
    Answer answer = new Vendor(api, source).push("another secret", "guid-1", BODY);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.text()).doesNotContain(SECRET);
    Answer rejections = api.get(SOURCES + "/" + source + "/rejections");
    assertThat(rejections.at("/items/0/reason")).isEqualTo("proofWrong");
    assertThat(rejections.json().at("/items/0/status").asInt()).isEqualTo(401);
    assertThat(rejections.at("/items/0/headers/x-hub-signature-256")).isEqualTo("***");
    assertThat(rejections.at("/items/0/headers/x-github-event")).isEqualTo("push");
    assertThat(results.total(InboundResult.REJECTED)).isEqualTo(before + 1);
  }

  @Test
  void acceptsTheOldSecretUntilTheOverlapEnds() {
    String source = source("");
    Vendor vendor = new Vendor(api, source);
    Answer rotated = api.post(SOURCES + "/" + source + "/secret/rotate", "{\"overlapSeconds\":60}");
    String next = rotated.at("/secret");
    assertThat(vendor.push(SECRET, "guid-1", BODY).status()).isEqualTo(200);
    assertThat(vendor.push(next, "guid-2", BODY).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(61));
    assertThat(vendor.push(SECRET, "guid-3", BODY).status()).isEqualTo(401);
    assertThat(vendor.push(next, "guid-4", BODY).status()).isEqualTo(200);
  }

  @Test
  void doesNotFindUnknownDisabledOrRemovedSources() {
    String source = source("");
    Vendor vendor = new Vendor(api, source);
    assertThat(new Vendor(api, "src-unknown").push(SECRET, "g", BODY).status()).isEqualTo(404);
    assertThat(new Vendor(api, "nonsense").push(SECRET, "g", BODY).status()).isEqualTo(404);
    api.patch(SOURCES + "/" + source, "{\"enabled\":false}");
    assertThat(vendor.push(SECRET, "guid-1", BODY).status()).isEqualTo(404);
    api.patch(SOURCES + "/" + source, "{\"enabled\":true}");
    assertThat(vendor.push(SECRET, "guid-1", BODY).status()).isEqualTo(200);
    api.delete(SOURCES + "/" + source);
    assertThat(vendor.push(SECRET, "guid-2", BODY).status()).isEqualTo(404);
  }

  @Test
  void belongsToTheTenantOfTheSource() {
    String source = source("", "X-Tenant-Id", "acme");
    assertThat(new Vendor(api, source).push(SECRET, "guid-1", BODY).status()).isEqualTo(200);
    assertThat(inbound.tenant()).isEqualTo("acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "x",
        "{\"a\":NaN}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":1e999}",
        "{} {}"
      })
  void refusesBodiesThatAreNoJsonObject(String body) {
    String source = source("");
    Answer answer = new Vendor(api, source).push(SECRET, "guid-1", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(api.get(SOURCES + "/" + source + "/rejections").at("/items/0/reason"))
        .isEqualTo("unusable");
  }

  @Test
  void refusesDeepNestingAndBrokenText() {
    Vendor vendor = new Vendor(api, source(""));
    String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(vendor.push(SECRET, "guid-1", deep).status()).isEqualTo(400);
    byte[] broken = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
    assertThat(vendor.push(SECRET, "guid-1", broken).status()).isEqualTo(400);
  }

  @Test
  void refusesLongBodies() {
    Vendor vendor = new Vendor(api, source(""));
    byte[] body = new byte[(1 << 20) + 1];
    assertThat(vendor.push(SECRET, "guid-1", body).status()).isEqualTo(413);
    Answer chunked =
        api.send(
            "POST",
            "/v1/inbound/" + source(""),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void readsTheBodyAsItIsWhateverItsMediaType() {
    Vendor vendor = new Vendor(api, source(""));
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    assertThat(
            vendor
                .push(SECRET, "guid-1", body, "Content-Type", "application/x-www-form-urlencoded")
                .status())
        .isEqualTo(200);
  }

  @Test
  void answersSlacksChallenge() {
    Answer created =
        api.post(SOURCES, "{\"verification\":{\"type\":\"slack\"},\"secret\":\"" + SECRET + "\"}");
    Vendor vendor = new Vendor(api, created.at("/sourceId"));
    int before = inbound.webhooks();
    Answer answer =
        slack(vendor, SECRET, "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("3eZbrw1a");
    assertThat(answer.header("content-type")).startsWith("text/plain");
    assertThat(inbound.webhooks()).isEqualTo(before);
    assertThat(slack(vendor, "other", "{\"type\":\"url_verification\"}").status()).isEqualTo(401);
    Answer event =
        slack(vendor, SECRET, "{\"event_id\":\"Ev1\",\"event\":{\"type\":\"app_mention\"}}");
    assertThat(event.status()).as(event.text()).isEqualTo(200);
    assertThat(inbound.webhook(event.at("/deliveryId")).webhook().eventType().value())
        .isEqualTo("app_mention");
  }

  private Answer slack(Vendor vendor, String secret, String body) {
    String time = Long.toString(clock.instant().getEpochSecond());
    String signed = "v0:" + time + ":" + body;
    String signature = "v0=" + Vendor.hmac(secret, signed.getBytes(StandardCharsets.UTF_8));
    return vendor.call(
        body.getBytes(StandardCharsets.UTF_8),
        "X-Slack-Request-Timestamp",
        time,
        "X-Slack-Signature",
        signature);
  }

  @Test
  void makesTheEventThatTheMappingSays() {
    Vendor vendor =
        new Vendor(
            api,
            source(
                ",\"publish\":false,\"mapping\":{\"eventType\":{\"pointer\":\"/kind\"},"
                    + "\"payload\":{\"pointer\":\"/data\"},"
                    + "\"deduplicationKey\":{\"bodyHash\":true}}"));
    String body = "{\"kind\":\"orders/create now\", \"data\": {\"n\": 1.0}}";
    Answer answer = vendor.push(SECRET, "ignored", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    IngestWebhook command = inbound.webhook(answer.at("/deliveryId"));
    assertThat(command.webhook().eventType().value()).isEqualTo("orders.create_now");
    assertThat(command.webhook().data()).isEqualTo("{\"n\": 1.0}");
    assertThat(command.webhook().deduplicationKey()).matches("[0-9a-f]{64}");
    assertThat(command.webhook().publish()).isFalse();
    assertThat(command.webhook().body()).isEqualTo(body);
  }

  @Test
  void makesTheEventThatAnExpressionSays() {
    Vendor vendor =
        new Vendor(
            api,
            source(
                ",\"mapping\":{\"eventType\":{\"fixed\":\"order.created\"},\"payload\":"
                    + "{\"expression\":\"{'ref': body.ref, 'kind': headers.`x-github-event`}\"}}"));
    Answer answer = vendor.push(SECRET, "guid-1", BODY);
    IngestWebhook command = inbound.webhook(answer.at("/deliveryId"));
    assertThat(command.webhook().eventType().value()).isEqualTo("orderCreated");
    assertThat(command.webhook().data())
        .isEqualTo("{\"ref\":\"refs/heads/main\",\"kind\":\"push\"}");
  }

  @Test
  void refusesAWebhookThatLacksWhatTheMappingNeeds() {
    Vendor missing =
        new Vendor(api, source(",\"mapping\":{\"eventType\":{\"pointer\":\"/kind\"}}"));
    Answer answer = missing.push(SECRET, "guid-1", BODY);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("eventType");
    Vendor failing =
        new Vendor(api, source(",\"mapping\":{\"payload\":{\"expression\":\"$error('no')\"}}"));
    assertThat(failing.push(SECRET, "guid-1", BODY).at("/errors/0/message"))
        .startsWith("the expression failed: ");
    Vendor noObject = new Vendor(api, source(",\"mapping\":{\"payload\":{\"pointer\":\"/size\"}}"));
    assertThat(noObject.push(SECRET, "guid-1", BODY).at("/errors/0/field")).isEqualTo("payload");
  }

  @Test
  void answersAsTheSourceHasChosen() {
    Vendor vendor =
        new Vendor(
            api,
            source(
                ",\"response\":{\"status\":202,\"contentType\":\"text/plain\",\"body\":\"ok\"}"));
    for (int i = 0; i < 2; i++) {
      Answer answer = vendor.push(SECRET, "guid-1", BODY);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.text()).isEqualTo("ok");
      assertThat(answer.header("content-type")).startsWith("text/plain");
    }
    Vendor silent = new Vendor(api, source(",\"response\":{\"status\":204}"));
    assertThat(silent.push(SECRET, "guid-1", BODY).status()).isEqualTo(204);
  }
}
