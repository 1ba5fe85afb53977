package factory.integration.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestTemplateTests {

  private static final int EPHEMERAL = 10_000;

  private final RequestTemplate template =
      RequestTemplate.publishing(new Target(EPHEMERAL, "0000000000-key"), 1024, "orderCreated");

  @Test
  void rendersAWholeRequest() {
    String request = numbered(1);
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    assertThat(request)
        .startsWith("POST /v1/events HTTP/1.1\r\n")
        .contains("authorization: Bearer 0000000000-key\r\n")
        .contains("content-length: " + body.length() + "\r\n");
  }

  @Test
  void changesNothingButTheNumber() {
    JsonNode body = bodyOf(numbered(4_711));
    assertThat(body.path("eventType").asString()).isEqualTo("orderCreated");
    assertThat(body.path("data").path("seq").asString()).isEqualTo("0000004711");
    assertThat(body.path("data").path("id").asString()).isEqualTo("o-0000004711");
    assertThat(numbered(12)).hasSameSizeAs(numbered(9_999_999));
  }

  @Test
  void signsWhatAVendorSends() throws GeneralSecurityException {
    RequestTemplate vendor =
        RequestTemplate.vendor(new Target(EPHEMERAL, "key"), 1024, "src-0000000000");
    String request = numbered(vendor, 4_711);
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(BodySignature.SECRET.getBytes(), "HmacSHA256"));
    assertThat(request)
        .startsWith("POST /v1/inbound/src-0000000000 HTTP/1.1\r\n")
        .contains("content-length: " + body.length() + "\r\n")
        .contains(
            "x-hub-signature-256: sha256="
                + HexFormat.of().formatHex(mac.doFinal(body.getBytes()))
                + "\r\n");
    assertThat(bodyOf(request).path("id").asString()).isEqualTo("o-0000004711");
  }

  private String numbered(long sequence) {
    return numbered(template, sequence);
  }

  private static String numbered(RequestTemplate template, long sequence) {
    ByteBuffer buffer = template.newBuffer();
    template.number(buffer, sequence);
    return StandardCharsets.US_ASCII.decode(buffer).toString();
  }

  private static JsonNode bodyOf(String request) {
    return new JsonMapper().readTree(request.substring(request.indexOf("\r\n\r\n")));
  }
}
