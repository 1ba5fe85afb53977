package factory.integration.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector comes from the tests of another implementation of Standard Webhooks. */
class SignatureCheckTests {

  private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  private static SignatureCheck check(String timestamp, String signatures, String body) {
    return new SignatureCheck(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp,
        signatures,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static SignatureCheck signedWith(String signatures) {
    return check("1614265330", signatures, "{\"test\": 2432232314}");
  }

  @Test
  void passesTheKnownVector() {
    assertThat(signedWith(SIGNATURE).passes(SECRET, NOW)).isTrue();
    assertThat(signedWith(SIGNATURE).passes("whsec_" + SECRET, NOW)).isTrue();
  }

  @Test
  void passesOneSignatureOfSeveral() {
    assertThat(signedWith("v1,AAAA v1a,BBBB " + SIGNATURE).passes(SECRET, NOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1,", "v1,AAAA", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="})
  void refusesOtherSignatures(String signatures) {
    assertThat(signedWith(signatures).passes(SECRET, NOW)).isFalse();
  }

  @Test
  void refusesAnotherBodySecretOrTime() {
    assertThat(check("1614265330", SIGNATURE, "{\"test\":2432232314}").passes(SECRET, NOW))
        .isFalse();
    assertThat(signedWith(SIGNATURE).passes("AAAA" + SECRET.substring(4), NOW)).isFalse();
    assertThat(signedWith(SIGNATURE).passes(SECRET, NOW.plusSeconds(301))).isFalse();
    assertThat(signedWith(SIGNATURE).passes(SECRET, NOW.minusSeconds(301))).isFalse();
    assertThat(check("now", SIGNATURE, "{}").passes(SECRET, NOW)).isFalse();
  }
}
