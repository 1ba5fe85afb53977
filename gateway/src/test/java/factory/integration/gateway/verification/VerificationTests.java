package factory.integration.gateway.verification;

import static factory.integration.gateway.verification.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTests {

  private static final Instant NOW = Instant.parse("2026-06-11T12:00:00Z");
  private static final String TIME = Long.toString(NOW.getEpochSecond());
  private static final String SECRET = "s3cret";
  private static final String BODY = "{\"a\": 1.0}";

  @Nested
  class HmacOfBody {

    private final Verification gitHub = Verification.of(new InboundVerification.GitHub());
    private final String signature = hex(BODY);

    @Test
    void passesItsOwnBytesOnly() {
      assertThat(judge(BODY, "sha256=" + signature)).isEqualTo(Verdict.GENUINE);
      assertThat(judge("{\"a\":1.0}", "sha256=" + signature)).isEqualTo(Verdict.PROOF_WRONG);
    }

    @Test
    void refusesAnotherSecret() {
      assertThat(gitHub.verify(signed("sha256=" + signature), "other", NOW))
          .isEqualTo(Verdict.PROOF_WRONG);
    }

    @Test
    void refusesACallWithoutSignature() {
      assertThat(gitHub.verify(call(BODY), SECRET, NOW)).isEqualTo(Verdict.PROOF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256=xyz", "sha256=abc", "sha1=00", "SHA256=00"})
    void refusesWhatIsNoSignature(String header) {
      assertThat(gitHub.verify(signed(header), SECRET, NOW)).isEqualTo(Verdict.PROOF_MALFORMED);
    }

    @Test
    void refusesATruncatedSignature() {
      assertThat(judge(BODY, "sha256=" + signature.substring(0, 62)))
          .isEqualTo(Verdict.PROOF_WRONG);
      assertThat(judge(BODY, "sha256=")).isEqualTo(Verdict.PROOF_WRONG);
    }

    @Test
    void verifiesBytesThatAreNoText() {
      byte[] bytes = {(byte) 0xff, 0, (byte) 0xc0};
      byte[] mac = Signatures.mac(SignatureAlgorithm.SHA256, SECRET.getBytes(), bytes);
      String header = "sha256=" + HexFormat.of().formatHex(mac);
      assertThat(
              gitHub.verify(
                  new ReceivedCall(Map.of("x-hub-signature-256", header), bytes), SECRET, NOW))
          .isEqualTo(Verdict.GENUINE);
    }

    private ReceivedCall signed(String header) {
      return call(BODY, "X-Hub-Signature-256", header);
    }

    private Verdict judge(String body, String header) {
      return gitHub.verify(call(body, "x-hub-signature-256", header), SECRET, NOW);
    }
  }

  @Nested
  class HmacWithTime {

    private final Verification slack = Verification.of(new InboundVerification.Slack(300));

    @ParameterizedTest
    @CsvSource({"0, GENUINE", "300, GENUINE", "-300, GENUINE", "301, TIMESTAMP_OUT_OF_TOLERANCE"})
    void passesWithinTheTolerance(long age, Verdict verdict) {
      String time = Long.toString(NOW.getEpochSecond() - age);
      assertThat(slack.verify(slackCall(time, time), SECRET, NOW)).isEqualTo(verdict);
    }

    @Test
    void refusesATimeThatIsNotTheSignedOne() {
      String older = Long.toString(NOW.getEpochSecond() - 1);
      assertThat(slack.verify(slackCall(older, TIME), SECRET, NOW)).isEqualTo(Verdict.PROOF_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "1e9", "2026-06-11"})
    void refusesWhatIsNoTime(String time) {
      assertThat(slack.verify(slackCall(time, time), SECRET, NOW))
          .isEqualTo(Verdict.TIMESTAMP_MISSING);
    }

    @Test
    void refusesACallWithoutTime() {
      assertThat(slack.verify(call(BODY, "x-slack-signature", "v0=00"), SECRET, NOW))
          .isEqualTo(Verdict.TIMESTAMP_MISSING);
    }

    @Test
    void readsMillisecondsAndIsoTimes() {
      Verification own =
          Verification.of(
              new InboundVerification.Hmac(
                  "x-sig",
                  SignatureAlgorithm.SHA512,
                  SignatureEncoding.BASE64,
                  null,
                  "{header:x-id}:{timestamp}:{body}",
                  "x-time",
                  60));
      for (String time : new String[] {TIME + "000", "2026-06-11T12:00:59Z"}) {
        byte[] content = ("id-1:" + time + ":" + BODY).getBytes(StandardCharsets.UTF_8);
        byte[] mac = Signatures.mac(SignatureAlgorithm.SHA512, SECRET.getBytes(), content);
        String signature = Base64.getEncoder().encodeToString(mac);
        assertThat(
                own.verify(
                    call(BODY, "x-sig", signature, "x-time", time, "X-Id", "id-1"), SECRET, NOW))
            .isEqualTo(Verdict.GENUINE);
        assertThat(
                own.verify(
                    call(BODY, "x-sig", signature, "x-time", time, "X-Id", "id-2"), SECRET, NOW))
            .isEqualTo(Verdict.PROOF_WRONG);
      }
    }

    private ReceivedCall slackCall(String sent, String signed) {
      String signature = "v0=" + hex("v0:" + signed + ":" + BODY);
      return call(BODY, "x-slack-request-timestamp", sent, "x-slack-signature", signature);
    }
  }

  @Nested
  class Stripe {

    private final Verification stripe = Verification.of(new InboundVerification.Stripe(300));
    private final String signature = hex(TIME + "." + BODY);

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "v1=00", "t=1,t=2,v1=00", "nonsense"})
    void refusesHeadersOfAnotherForm(String header) {
      assertThat(judge(header, NOW)).isEqualTo(Verdict.PROOF_MALFORMED);
    }

    @Test
    void refusesOldCalls() {
      assertThat(judge("t=" + TIME + ",v1=" + signature, NOW.plusSeconds(301)))
          .isEqualTo(Verdict.TIMESTAMP_OUT_OF_TOLERANCE);
    }

    @Test
    void refusesASignatureOfAnotherScheme() {
      assertThat(judge("t=" + TIME + ",v0=" + signature + ",v1=00", NOW))
          .isEqualTo(Verdict.PROOF_WRONG);
    }

    @Test
    void refusesACallWithoutSignature() {
      assertThat(stripe.verify(call(BODY), SECRET, NOW)).isEqualTo(Verdict.PROOF_MISSING);
    }

    private Verdict judge(String header, Instant now) {
      return stripe.verify(call(BODY, "Stripe-Signature", header), SECRET, now);
    }
  }

  @Nested
  class StandardWebhooks {

    private final Verification standard =
        Verification.of(new InboundVerification.StandardWebhooks(300));

    @Test
    void refusesACallThatLacksAHeader() {
      assertThat(standard.verify(call(BODY, "webhook-id", "m"), SECRET, NOW))
          .isEqualTo(Verdict.PROOF_MISSING);
      assertThat(
              standard.verify(
                  call(BODY, "webhook-id", "m", "webhook-signature", "v1,AAAA"), SECRET, NOW))
          .isEqualTo(Verdict.TIMESTAMP_MISSING);
    }

    @Test
    void refusesEverySignatureWhereTheSecretIsNoKey() {
      assertThat(
              standard.verify(
                  call(
                      BODY,
                      "webhook-id",
                      "m",
                      "webhook-timestamp",
                      TIME,
                      "webhook-signature",
                      "v1,AAAA"),
                  "whsec_",
                  NOW))
          .isEqualTo(Verdict.PROOF_WRONG);
    }
  }

  @Nested
  class Credentials {

    private final Verification basic = Verification.of(new InboundVerification.Basic("erp"));
    private final Verification key = Verification.of(new InboundVerification.ApiKey("X-Api-Key"));

    @ParameterizedTest
    @CsvSource({
      "erp:s3cret, GENUINE",
      "erp:s3cre, PROOF_WRONG",
      "err:s3cret, PROOF_WRONG",
      "'', PROOF_WRONG"
    })
    void comparesUserAndPassword(String pair, Verdict verdict) {
      String header = "basic " + Base64.getEncoder().encodeToString(pair.getBytes());
      assertThat(basic.verify(call(BODY, "authorization", header), SECRET, NOW)).isEqualTo(verdict);
    }

    @Test
    void refusesOtherSchemes() {
      assertThat(basic.verify(call(BODY), SECRET, NOW)).isEqualTo(Verdict.PROOF_MISSING);
      assertThat(basic.verify(call(BODY, "authorization", "Bearer x"), SECRET, NOW))
          .isEqualTo(Verdict.PROOF_MALFORMED);
      assertThat(basic.verify(call(BODY, "authorization", "Basic %"), SECRET, NOW))
          .isEqualTo(Verdict.PROOF_MALFORMED);
    }

    @Test
    void comparesTheKey() {
      assertThat(key.verify(call(BODY, "x-api-key", SECRET), SECRET, NOW))
          .isEqualTo(Verdict.GENUINE);
      assertThat(key.verify(call(BODY, "x-api-key", "s3cret "), SECRET, NOW))
          .isEqualTo(Verdict.PROOF_WRONG);
      assertThat(key.verify(call(BODY), SECRET, NOW)).isEqualTo(Verdict.PROOF_MISSING);
    }

    @Test
    void takesABearerTokenForAKey() {
      Verification bearer = Verification.of(new InboundVerification.ApiKey("Authorization"));
      assertThat(bearer.verify(call(BODY, "authorization", "Bearer s3cret"), SECRET, NOW))
          .isEqualTo(Verdict.GENUINE);
      assertThat(bearer.proofHeaders()).containsExactly("authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{timestamp}", "{body}{nonce}", "{header:}.{body}"})
  void refusesTemplatesThatProveNothingOrAreUnknown(String template) {
    assertThatThrownBy(() -> SignedContent.parse(template))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String hex(String content) {
    byte[] mac =
        Signatures.mac(
            SignatureAlgorithm.SHA256,
            SECRET.getBytes(StandardCharsets.UTF_8),
            content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac);
  }
}
