package factory.integration.saga.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTests {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

  @ParameterizedTest
  @ValueSource(
      strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void signsTheKnownExample(String secret) {
    assertThat(
            WebhookSignature.sign(
                secret, ID, 1_614_265_330, "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsAsThePublishedLibraryDoes() throws Exception {
    String secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    String body = "{\"name\": \"Žluťoučký kůň 🐴\"}";
    assertThat(WebhookSignature.sign(secret, ID, 1_781_179_200, body.getBytes(UTF_8)))
        .isEqualTo(new Webhook(secret).sign(ID, 1_781_179_200, body));
  }

  @Test
  void dependsOnEachOfItsParts() {
    byte[] body = "{}".getBytes(UTF_8);
    String secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    Map<String, String> others =
        Map.of(
            "id", WebhookSignature.sign(secret, "msg_2", 1, body),
            "time", WebhookSignature.sign(secret, ID, 2, body),
            "body", WebhookSignature.sign(secret, ID, 1, "{ }".getBytes(UTF_8)),
            "secret", WebhookSignature.sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ID, 1, body));
    assertThat(others.values())
        .doesNotHaveDuplicates()
        .doesNotContain(WebhookSignature.sign(secret, ID, 1, body));
  }
}
