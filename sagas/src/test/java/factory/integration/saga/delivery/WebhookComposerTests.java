package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.PublishedDataFixture.DATA;
import static factory.integration.saga.delivery.PublishedDataFixture.EVENT;
import static factory.integration.saga.delivery.PublishedDataFixture.TRACE;
import static factory.integration.saga.delivery.PublishedDataFixture.published;
import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.SettableClock;
import factory.integration.saga.sourceevent.PublishedData;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookComposerTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OLD_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final SecretRef SIGNING = new SecretRef("sec-a", 2);
  private static final SecretRef OLD_SIGNING = new SecretRef("sec-a", 1);
  private static final SecretRef CREDENTIAL = new SecretRef("sec-b", 1);
  private static final IntegrationEventId ATTEMPT =
      IntegrationEventId.of(DeliveryId.of("01jxd3v9k2000000000000000d"), 3);

  private final InMemoryVault vault = new InMemoryVault();
  private final WebhookComposer composer =
      new WebhookComposer(Authenticators.with(vault), new SettableClock());

  @BeforeEach
  void keepSecrets() {
    vault.put(ACME, SIGNING, SECRET);
    vault.put(ACME, OLD_SIGNING, OLD_SECRET);
    vault.put(ACME, CREDENTIAL, "s3cr3t-token");
  }

  @Nested
  class BodyTests {

    @Test
    void isTypeTimeAndDataAsTheyCame() {
      assertThat(body(PayloadFormat.STANDARD))
          .isEqualTo(
              "{\"type\":\"orderCreated\",\"timestamp\":\"2026-06-11T09:03:02Z\",\"data\":"
                  + DATA
                  + "}");
    }

    @Test
    void isTheDataAlone() {
      assertThat(body(PayloadFormat.RAW)).isEqualTo(DATA);
    }

    @Test
    void isTheEnvelopeAroundTheData() {
      assertThat(body(PayloadFormat.ENVELOPE))
          .startsWith("{\"eventId\":\"" + EVENT + "\",\"eventType\":\"orderCreated\"")
          .contains("\"tenantId\":\"acme\"", "\"correlationId\":\"corr-1\"")
          .endsWith("\"payload\":" + DATA + "}");
    }

    private String body(PayloadFormat format) {
      return new String(compose(destination(format)).request().body(), UTF_8);
    }
  }

  @Nested
  class SignatureTests {

    /** The receiver's side is the published library, which reads its own clock. */
    @ParameterizedTest
    @EnumSource
    void isValidForTheBytesThatAreSent(PayloadFormat format) throws Exception {
      WebhookComposer now = new WebhookComposer(Authenticators.with(vault), Clock.systemUTC());
      WebhookRequest request =
          now.compose(ACME, published(), destination(format), ATTEMPT, 3).request();
      verify(SECRET, request);
      assertThatThrownBy(() -> verify(OLD_SECRET, request)).isInstanceOf(Exception.class);
    }

    @Test
    void isMadeWithBothSecretsWhileARotationOverlaps() throws Exception {
      WebhookComposer now = new WebhookComposer(Authenticators.with(vault), Clock.systemUTC());
      Destination both = destination(List.of(SIGNING, OLD_SIGNING));
      WebhookMessage message = now.compose(ACME, published(), both, ATTEMPT, 3);
      verify(SECRET, message.request());
      verify(OLD_SECRET, message.request());
      assertThat(header(message, "webhook-signature").split(" ")).hasSize(2);
      assertThat(message.signedWith()).containsExactly("sec-a:2", "sec-a:1");
    }

    @Test
    void bearsTheTimeOfThisAttempt() {
      WebhookMessage message = compose(destination(PayloadFormat.STANDARD));
      assertThat(header(message, "webhook-id")).isEqualTo(EVENT.value());
      assertThat(header(message, "webhook-timestamp")).isEqualTo("1781179200");
      assertThat(message.signedWith()).containsExactly("sec-a:2");
    }

    @Test
    void failsInsideWhenTheVaultLostTheSecret() {
      vault.remove(ACME, SIGNING);
      assertThatThrownBy(() -> compose(destination(PayloadFormat.STANDARD)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the vault has no secret sec-a:2");
    }

    @Test
    void usesNoOtherTenantsSecret() {
      TenantId other = new TenantId("other");
      assertThatThrownBy(
              () ->
                  composer.compose(
                      other, published(), destination(PayloadFormat.STANDARD), ATTEMPT, 3))
          .isInstanceOf(IllegalStateException.class);
    }

    private void verify(String secret, WebhookRequest request) throws Exception {
      Map<String, List<String>> headers = new HashMap<>();
      request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
      new Webhook(secret)
          .verify(new String(request.body(), UTF_8), HttpHeaders.of(headers, (_, _) -> true));
    }
  }

  @Nested
  class HeaderTests {

    @Test
    void sayWhatComesAndWhichAttemptItIs() {
      WebhookMessage message = compose(destination(PayloadFormat.STANDARD));
      assertThat(message.request().headers())
          .containsEntry("content-type", "application/json")
          .containsEntry("user-agent", "integration-platform/1.0")
          .containsEntry("x-webhook-event", "orderCreated")
          .containsEntry("x-webhook-delivery", ATTEMPT.value())
          .containsEntry("x-webhook-attempt", "3")
          .containsEntry("x-env", "prod")
          .containsEntry("x-a", "b");
      assertThat(message.request().timeout()).isEqualTo(Duration.ofSeconds(7));
      assertThat(message.request().url()).hasToString("https://example.com/hook?x=1");
    }

    @Test
    void carryTheTraceWithASpanOfTheAttempt() {
      String first = header(compose(destination(PayloadFormat.RAW)), "traceparent");
      assertThat(first).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
      IntegrationEventId next = IntegrationEventId.of(ATTEMPT.workId(), 4);
      WebhookMessage second =
          composer.compose(ACME, published(), destination(PayloadFormat.RAW), next, 4);
      assertThat(header(second, "traceparent")).startsWith("00-" + TRACE).isNotEqualTo(first);
    }

    @Test
    void carryAValidTraceEvenWhereThereWasNone() {
      PublishedData without = new PublishedData(published().event(), Map.of());
      WebhookMessage message =
          composer.compose(ACME, without, destination(PayloadFormat.RAW), ATTEMPT, 3);
      assertThat(header(message, "traceparent"))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
          .doesNotContain("0".repeat(32));
    }

    @Test
    void ofThePlatformAreNotReplacedByOthers() {
      Map<String, String> forged =
          Map.of("Webhook-Id", "evt-1", "X-Webhook-Attempt", "9", "CONTENT-TYPE", "text/plain");
      WebhookMessage message =
          composer.compose(ACME, published(forged), destination(PayloadFormat.RAW), ATTEMPT, 3);
      assertThat(header(message, "webhook-id")).isEqualTo(EVENT.value());
      assertThat(header(message, "x-webhook-attempt")).isEqualTo("3");
      assertThat(header(message, "content-type")).isEqualTo("application/json");
    }

    @Test
    void areNeverThereTwiceInTwoSpellings() {
      WebhookMessage message =
          composer.compose(
              ACME, published(Map.of("X-Env", "test")), destination(PayloadFormat.RAW), ATTEMPT, 3);
      assertThat(message.request().headers().keySet().stream().map(String::toLowerCase))
          .doesNotHaveDuplicates();
      assertThat(header(message, "x-env")).as("the event's header").isEqualTo("test");
    }

    @Test
    void areShownWithoutSecrets() {
      WebhookMessage message =
          composer.compose(
              ACME,
              published(Map.of("x-session-token", "s3cr3t")),
              destination(PayloadFormat.RAW),
              ATTEMPT,
              3);
      assertThat(message.request().headers()).containsEntry("x-session-token", "s3cr3t");
      assertThat(message.shownHeaders())
          .containsEntry("x-session-token", "***")
          .containsEntry("x-env", "prod")
          .containsKey("webhook-signature");
    }
  }

  @Nested
  class AuthenticationTests {

    @Test
    void isAbsentUnlessAskedFor() {
      WebhookMessage message = compose(destination(PayloadFormat.RAW));
      assertThat(message.request().headers()).doesNotContainKey("authorization");
      assertThat(message.credentials()).isEmpty();
    }

    @Test
    void givesUserAndPassword() {
      expectProof(
          new EndpointAuth.Basic("me", CREDENTIAL), "authorization", "Basic bWU6czNjcjN0LXRva2Vu");
    }

    @Test
    void givesABearerToken() {
      expectProof(new EndpointAuth.Bearer(CREDENTIAL), "Authorization", "Bearer s3cr3t-token");
    }

    @Test
    void givesAKeyInTheHeaderOfTheSubscribersChoice() {
      expectProof(new EndpointAuth.ApiKey("x-env", CREDENTIAL), "X-Env", "s3cr3t-token");
    }

    @ParameterizedTest
    @EnumSource
    void signsTheBodyWithASharedSecret(HmacAlgorithm algorithm) throws Exception {
      EndpointAuth auth = new EndpointAuth.Hmac("x-hub-signature", CREDENTIAL, algorithm);
      Mac mac = Mac.getInstance(algorithm.jcaName());
      mac.init(new SecretKeySpec("s3cr3t-token".getBytes(UTF_8), algorithm.jcaName()));
      String expected =
          algorithm.label() + "=" + HexFormat.of().formatHex(mac.doFinal(DATA.getBytes(UTF_8)));
      expectProof(auth, "x-hub-signature", expected);
    }

    private void expectProof(EndpointAuth auth, String header, String value) {
      WebhookMessage message = compose(destination(auth));
      assertThat(header(message, header)).isEqualTo(value);
      assertThat(message.shownHeaders().get(header)).isEqualTo("***");
      assertThat(message.toString() + message.request())
          .doesNotContain("s3cr3t-token", "bWU6czNjcjN0LXRva2Vu");
    }
  }

  private WebhookMessage compose(Destination destination) {
    return composer.compose(ACME, published(), destination, ATTEMPT, 3);
  }

  private static String header(WebhookMessage message, String name) {
    return message.request().headers().get(name);
  }

  private static Destination destination(PayloadFormat format) {
    return destination(format, List.of(SIGNING), new EndpointAuth.None());
  }

  private static Destination destination(List<SecretRef> secrets) {
    return destination(PayloadFormat.STANDARD, secrets, new EndpointAuth.None());
  }

  private static Destination destination(EndpointAuth auth) {
    return destination(PayloadFormat.RAW, List.of(SIGNING), auth);
  }

  private static Destination destination(
      PayloadFormat format, List<SecretRef> secrets, EndpointAuth auth) {
    return new Destination(
        new EndpointUrl("https://example.com/hook?x=1"),
        secrets,
        Map.of("x-env", "prod"),
        auth,
        format,
        Duration.ofSeconds(7));
  }
}
