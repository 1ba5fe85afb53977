package factory.integration.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import factory.integration.benchmarks.wire.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkServerTests {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Arrivals arrivals = new Arrivals(1);
  private SinkServer server;

  @BeforeEach
  void start() throws IOException {
    server = new SinkServer(arrivals);
    Thread.ofPlatform().daemon().start(server::run);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    http.close();
  }

  @Test
  void answersAndNotesEveryRequestOfAConnection() throws Exception {
    for (int i = 0; i < 10; i++) {
      String data = Payload.data(512).replace("\"seq\":\"000000000", "\"seq\":\"000000000" + i);
      assertThat(post(server.port(), data)).isEqualTo(200);
    }
    assertThat(arrivals.delivered()).isEqualTo(10);
  }

  @Test
  void takesRequestsLargerThanItsBuffer() throws Exception {
    assertThat(post(server.port(), Payload.data(300_000))).isEqualTo(200);
    assertThat(arrivals.delivered()).isEqualTo(1);
  }

  @Test
  void neverAnswersOnTheHangingPort() {
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(() -> post(server.hangingPort(), Payload.data(100)));
    assertThat(arrivals.delivered()).isZero();
  }

  private int post(int port, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/e/0"))
            .timeout(Duration.ofSeconds(port == server.port() ? 20 : 1))
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
