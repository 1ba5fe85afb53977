package factory.integration.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BodyLimitTests {

  private static final int LIMIT = 262_144;

  @Autowired Api api;

  private static String eventOf(int length) {
    String start = "{\"eventType\":\"a\",\"data\":{\"x\":\"";
    return start + "y".repeat(length - start.length() - 3) + "\"}}";
  }

  private String head(String path, String more) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + GatewayTest.ADMIN_KEY
        + "\r\n"
        + more
        + "\r\n";
  }

  @Test
  void takesABodyOfTheVeryLimit() {
    assertThat(api.post("/v1/events", eventOf(LIMIT)).status()).isEqualTo(202);
  }

  @Test
  void refusesALongerBody() {
    Answer answer = api.post("/v1/events", eventOf(LIMIT + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.at("/detail")).contains("262144");
  }

  @Test
  void refusesByTheStatedLengthBeforeTheBodyComes() throws IOException {
    String head = head("/v1/events", "Content-Length: 5000000000\r\nConnection: close\r\n");
    assertThat(RawConnection.exchange(api.port(), head)).startsWith("HTTP/1.1 413");
  }

  @Test
  void refusesALongChunkedBody() throws IOException {
    StringBuilder request =
        new StringBuilder(
            head("/v1/events", "Transfer-Encoding: chunked\r\nConnection: close\r\n"));
    request.append("1e\r\n{\"eventType\":\"a\",\"data\":{\"x\":\"\r\n");
    for (int sent = 0; sent <= LIMIT; sent += 0x1000) {
      request.append("1000\r\n").append("y".repeat(0x1000)).append("\r\n");
    }
    String answer = RawConnection.exchange(api.port(), request.toString());
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void takesAShortChunkedBody() throws IOException {
    String head = head("/v1/events", "Transfer-Encoding: chunked\r\nConnection: close\r\n");
    String body = "1c\r\n{\"eventType\":\"a\",\"data\":{}} \r\n0\r\n\r\n";
    assertThat(RawConnection.exchange(api.port(), head + body)).startsWith("HTTP/1.1 202");
  }

  @Test
  void limitsTheOtherRoutesToo() throws IOException {
    String long1 = "{\"text\":\"" + "y".repeat(1 << 20) + "\"}";
    assertThat(api.post("/v1/events/search", long1).status()).isEqualTo(413);
    assertThat(api.post("/v1/events/batch", "[" + " ".repeat(4 << 20) + "]").status())
        .isEqualTo(413);
    String chunked =
        head("/inbox/a", "Transfer-Encoding: chunked\r\nConnection: close\r\n")
            + ("10000\r\n" + "y".repeat(0x10000) + "\r\n").repeat(17);
    assertThat(RawConnection.exchange(api.port(), chunked)).startsWith("HTTP/1.1 413");
  }

  @Test
  void saysThatABodyBrokeOff() throws IOException {
    String head = head("/v1/events", "Transfer-Encoding: chunked\r\nConnection: close\r\n");
    assertThat(RawConnection.exchange(api.port(), head + "zz\r\n")).startsWith("HTTP/1.1 400");
  }
}
