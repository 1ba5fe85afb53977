package factory.integration.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ProblemApiTests {

  private static final String AUTHORIZED =
      "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
          + GatewayTest.ADMIN_KEY
          + "\r\n\r\n";

  @Autowired Api api;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/nothing",
        "/v1/events/evt-a/replay/x",
        "/v1/integrations/nothing",
        "/v1/inbound/src-a/x",
        "/index.html"
      })
  void knowsNoOtherRoute(String path) {
    Answer answer = api.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.isProblem()).isTrue();
  }

  @Test
  void namesTheMethodsOfARoute() {
    Answer answer = api.delete("/v1/event-types");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.header("allow")).contains("GET");
  }

  @Test
  void knowsNoOtherFormThanJson() {
    Answer answer = api.get("/v1/event-types", "Accept", "image/png");
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.isProblem()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{\"text\":", "{\"text\":\"\\ud800\"}", "{} {}", "null"})
  void saysThatABodyCantBeRead(String body) {
    Answer answer = api.post("/v1/events/search", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.isProblem()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"nope":1}                | nope
          {"text":5}                | text
          {"text":{"$where":"1"}}   | text
          {"ownerId":["a"]}         | ownerId
          {"ownerId":true}          | ownerId
          {"limit":"5"}             | limit
          {"limit":1.5}             | limit
          {"limit":0}               | limit
          {"limit":99999999999}     | limit
          {"from":"yesterday"}      | from
          {"from":1781168582}       | from
          """)
  void namesTheFieldThatIsWrong(String body, String field) {
    Answer answer = api.post("/v1/events/search", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text()).doesNotContain("java.", "factory.integration", "tools.jackson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1//events HTTP/1.1",
        "GET /v1/events;a=b HTTP/1.1",
        "GET /v1/events/..;/api-keys HTTP/1.1",
        "GET /v1/%2e%2e/x HTTP/1.1",
        "GET /v1/events/evt-%00 HTTP/1.1",
        "GET /v1/events/evt-%2fa HTTP/1.1",
        "GET /v1/events/evt-%zz HTTP/1.1",
        "GET /v1/events/{a} HTTP/1.1",
        "GET /../../etc/passwd HTTP/1.1"
      })
  void refusesWeirdPaths(String requestLine) throws IOException {
    String answer = RawConnection.exchange(api.port(), requestLine + "\r\n" + AUTHORIZED);
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /v1/events HTTP/9.9\r\n\r\n",
        "GET /v1/events HTTP/1.1\r\n\r\n",
        "POST /v1/events HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
      })
  void survivesWhatIsNoHttp(String text) throws IOException {
    assertThat(RawConnection.exchange(api.port(), text))
        .matches("(?s)HTTP/1.1 (400|505) .*")
        .doesNotContain("<html", "Tomcat", "Exception");
    assertThat(api.get("/v1/event-types").status()).isEqualTo(200);
  }

  @Test
  void refusesParametersOfAnotherForm() {
    Answer answer = api.get("/v1/webhooks/subscriptions?limit=many");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo("limit");
  }
}
