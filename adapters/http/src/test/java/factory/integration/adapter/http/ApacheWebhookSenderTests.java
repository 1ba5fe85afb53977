package factory.integration.adapter.http;

import static factory.integration.api.delivery.FailureCategory.CONNECTION;
import static factory.integration.api.delivery.FailureCategory.PROTOCOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ApacheWebhookSenderTests {

  private final Calls calls = new Calls();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void sendsHeadersAndBodyAsTheyAreAndNothingElse() throws Exception {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("Webhook-Id", "evt-1");
    headers.put("x-latin", "caf\u00e9");
    byte[] body = "{\"name\": \"J\u00f6rg\"}".getBytes(StandardCharsets.UTF_8);
    try (Sink sink = Sink.answering(Sink.OK)) {
      calls.sender.send(new WebhookRequest(sink.url(), headers, body, Calls.AMPLE));

      assertThat(sink.requests)
          .containsExactly(
              "POST /hook?a=b HTTP/1.1\r\nhost: %s\r\n".formatted(sink.url().getAuthority())
                  + "content-type: application/json\r\nWebhook-Id: evt-1\r\nx-latin: caf\u00e9\r\n"
                  + "content-length: 17\r\n\r\n{\"name\": \"J\u00f6rg\"}");
    }
  }

  @Test
  void tellsWhatWasAnswered() throws Exception {
    String answer =
        "HTTP/1.1 418 No\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nRetry-After: 5\r\n"
            + "Content-Length: 4\r\n\r\ntea!";
    try (Sink sink = Sink.answering(answer)) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.status()).isEqualTo(418);
      assertThat(result.headers())
          .containsEntry("set-cookie", "a=1, b=2")
          .containsEntry("retry-after", "5");
      assertThat(result.body()).asString().isEqualTo("tea!");
      assertThat(result.truncated()).isFalse();
      assertThat(result.startedAt()).isEqualTo(Calls.NOW);
      assertThat(result.durationMillis()).isNotNegative();

      calls.answer(sink.url());
      assertThat(sink.requests).noneMatch(request -> request.contains("cookie"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nlink: a\r\n\r\n" + Sink.OK,
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok"
      })
  void usesAConnectionAgain(String answer) throws Exception {
    try (Sink sink = Sink.answering(answer)) {
      for (int i = 0; i < 3; i++) {
        assertThat(calls.answer(sink.url()).body()).asString().isEqualTo("ok");
      }
      assertThat(sink.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=0\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more than was said"
      })
  void closesAConnectionThatIsNotToBeUsedAgain(String answer) throws Exception {
    try (Sink sink = Sink.answering(answer)) {
      for (int i = 0; i < 3; i++) {
        assertThat(calls.answer(sink.url()).body()).asString().isEqualTo("ok");
      }
      assertThat(sink.connections()).isEqualTo(3);
      assertThat(calls.stats().getAvailable()).isZero();
    }
  }

  @Test
  void callsIpv6() throws Exception {
    ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("::1"));
    try (Sink sink =
        new Sink(
            server,
            conversation -> {
              conversation.readRequest();
              conversation.write(Sink.OK);
            })) {
      assertThat(calls.answer(sink.url("http", "[::1]")).status()).isEqualTo(200);
      assertThat(sink.requests.getFirst()).contains("host: [::1]:" + server.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb: c", "a\nb", "a\u0000", "\u010a", "a\u007f", "\ud83d\ude00"})
  void doesNotSendAHeadersValueThatWouldEndIt(String value) throws Exception {
    assertNotSent("x-a", value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x a",
        "x:a",
        "x\r\na",
        "x\u0000",
        "\u00fc",
        "Host",
        "content-length",
        "Transfer-Encoding",
        "connection",
        "expect"
      })
  void doesNotSendAHeaderThatWouldEndTheRequest(String name) throws Exception {
    assertNotSent(name, "value");
  }

  private void assertNotSent(String name, String value) throws IOException {
    try (Sink sink = Sink.answering(Sink.OK)) {
      CallResult result =
          calls.sender.send(
              new WebhookRequest(sink.url(), Map.of(name, value), new byte[0], Calls.AMPLE));

      Calls.failed(result, PROTOCOL);
      assertThat(sink.connections()).isZero();
    }
  }

  @Test
  void reportsARefusedConnection() throws Exception {
    try (Socket boundButNotListening = new Socket()) {
      boundButNotListening.bind(new InetSocketAddress("127.0.0.1", 0));
      URI url = URI.create("http://127.0.0.1:" + boundButNotListening.getLocalPort() + "/hook");
      assertThat(Calls.failed(calls.call(url), CONNECTION))
          .isEqualTo(url.getAuthority() + ": the connection was refused.");
    }
  }

  @Test
  void endsACallWhoseThreadIsInterrupted() throws Exception {
    try (Sink sink =
            new Sink(
                conversation -> {
                  conversation.readRequest();
                  conversation.hang();
                });
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CallResult> call = workers.submit(() -> calls.call(sink.url()));
      await().until(() -> sink.requests.size() == 1);
      workers.shutdownNow();

      assertThat(Calls.failed(call.get(), CONNECTION)).contains("the platform stopped");
      assertThat(calls.stats().getLeased()).isZero();
    }
  }

  @Test
  void answersWithAFailureOnceItIsClosed() throws Exception {
    try (Sink sink = Sink.answering(Sink.OK)) {
      calls.close();

      Calls.failed(calls.call(sink.url()), CONNECTION);
    }
  }
}
