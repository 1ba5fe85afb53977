package factory.integration.gateway.verification;

import static factory.integration.gateway.verification.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What vendors and their libraries sign must pass. Each vector says where it comes from. */
class VendorVectorTests {

  private static final Instant NOW = Instant.parse("2026-06-11T12:00:00Z");

  /** GitHub's documentation, "Validating webhook deliveries". */
  @Test
  void passesWhatGitHubDocuments() {
    assertThat(
            verify(
                new InboundVerification.GitHub(),
                "It's a Secret to Everybody",
                NOW,
                "Hello, World!",
                "X-Hub-Signature-256",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"))
        .isEqualTo(Verdict.GENUINE);
  }

  /** Slack's documentation, "Verifying requests from Slack". */
  @Test
  void passesWhatSlackDocuments() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
            + ".803a0bc887a14d10d2c447fce8b6703c";
    assertThat(
            verify(
                new InboundVerification.Slack(300),
                "8f742231b10e8888abcd99yyyzzz85a5",
                Instant.ofEpochSecond(1_531_420_618).plusSeconds(300),
                body,
                "X-Slack-Request-Timestamp",
                "1531420618",
                "X-Slack-Signature",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"))
        .isEqualTo(Verdict.GENUINE);
  }

  /** Signed by Stripe's own library, which then accepts its own header. */
  @Test
  void passesWhatStripesLibrarySigns() throws Exception {
    String body = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\"\n}";
    String secret = "whsec_test_secret";
    long time = NOW.getEpochSecond();
    String signature = com.stripe.net.Webhook.Util.computeHmacSha256(secret, time + "." + body);
    String header = "t=" + time + ",v1=" + "0".repeat(64) + ",v1=" + signature + ",v0=6ffbb59b";
    assertThat(com.stripe.net.Webhook.Signature.verifyHeader(body, header, secret, 0)).isTrue();
    assertThat(
            verify(
                new InboundVerification.Stripe(300),
                secret,
                NOW.plusSeconds(300),
                body,
                "Stripe-Signature",
                header))
        .isEqualTo(Verdict.GENUINE);
  }

  /** From the tests of SQLPage, which verifies Shopify's webhooks; Shopify publishes none. */
  @Test
  void passesWhatOthersTakeFromShopify() {
    assertThat(
            verify(
                new InboundVerification.Shopify(),
                "test-webhook-secret",
                NOW,
                "{\"id\":1234567890,\"email\":\"customer@example.com\",\"total_price\":\"123.45\"}",
                "X-Shopify-Hmac-SHA256",
                "QNyObTlKbMx2qDlPF/ZOZcBqg5OgPg+2oky3zldc0Gw="))
        .isEqualTo(Verdict.GENUINE);
  }

  /** From the tests of Svix' server. */
  @Test
  void passesTheKnownVectorOfStandardWebhooks() {
    assertThat(
            verify(
                new InboundVerification.StandardWebhooks(300),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}",
                "svix-id",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "svix-timestamp",
                "1614265330",
                "svix-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="))
        .isEqualTo(Verdict.GENUINE);
  }

  @Test
  void passesWhatTheLibraryOfStandardWebhooksSigns() throws Exception {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String body = "{\"type\":\"user.created\"}";
    String signature = new Webhook(secret).sign("msg_1", NOW.getEpochSecond(), body);
    assertThat(
            verify(
                new InboundVerification.StandardWebhooks(300),
                secret,
                NOW,
                body,
                "webhook-id",
                "msg_1",
                "webhook-timestamp",
                Long.toString(NOW.getEpochSecond()),
                "webhook-signature",
                "v1,AAAA " + signature + " v1a,BBBB"))
        .isEqualTo(Verdict.GENUINE);
  }

  /** RFC 4231, test case 2; RFC 2202 for SHA-1. */
  @Test
  void computesWhatTheStandardsSay() {
    assertThat(jefe(SignatureAlgorithm.SHA1)).startsWith("effcdf6ae5eb2fa2d274");
    assertThat(jefe(SignatureAlgorithm.SHA256)).startsWith("5bdcc146bf60754e6a04");
    assertThat(jefe(SignatureAlgorithm.SHA384)).startsWith("af45d2e376484031617f");
    assertThat(jefe(SignatureAlgorithm.SHA512)).startsWith("164b7a7bfcf819e2e395");
  }

  /** RFC 7617, the example of section 2. */
  @Test
  void passesTheExampleOfBasicAuthentication() {
    assertThat(
            verify(
                new InboundVerification.Basic("Aladdin"),
                "open sesame",
                NOW,
                "",
                "Authorization",
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
        .isEqualTo(Verdict.GENUINE);
  }

  /** GitHub's documented vector, said in the words of the generic scheme. */
  @Test
  void passesAVendorThatIsDescribedByHand() {
    assertThat(
            verify(
                new InboundVerification.Hmac(
                    "X-Hub-Signature-256",
                    SignatureAlgorithm.SHA256,
                    SignatureEncoding.HEX,
                    "sha256=",
                    "{body}",
                    null,
                    300),
                "It's a Secret to Everybody",
                NOW,
                "Hello, World!",
                "x-hub-signature-256",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"))
        .isEqualTo(Verdict.GENUINE);
  }

  private static String jefe(SignatureAlgorithm algorithm) {
    byte[] mac =
        Signatures.mac(
            algorithm, "Jefe".getBytes(), "what do ya want ".getBytes(), "for nothing?".getBytes());
    return HexFormat.of().formatHex(mac);
  }

  private static Verdict verify(
      InboundVerification how, String secret, Instant now, String body, String... headers) {
    return Verification.of(how).verify(call(body, headers), secret, now);
  }
}
