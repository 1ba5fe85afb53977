package factory.integration.adapter.http;

import static factory.integration.api.delivery.FailureCategory.CONNECTION;
import static factory.integration.api.delivery.FailureCategory.PROTOCOL;
import static factory.integration.api.delivery.FailureCategory.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HostileSinkTests {

  private static final int KEPT = 64 * 1024;
  private static final String ENDLESS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final Calls calls = new Calls();

  @AfterEach
  void close() {
    assertThat(calls.stats().getLeased()).isZero();
    calls.close();
  }

  @Test
  void endsACallThatIsNeverAnswered() throws Exception {
    try (Sink sink = sinkThat(Sink.Conversation::hang)) {
      String detail = Calls.failed(calls.call(sink.url(), Calls.SHORT), TIMEOUT);

      assertThat(detail)
          .isEqualTo(sink.url().getAuthority() + ": there was not an answer within 0.3 s.");
    }
  }

  @Test
  void endsACallWhoseHeadersDrip() throws Exception {
    try (Sink sink =
        sinkThat(
            conversation -> {
              conversation.write("HTTP/1.1 200 OK\r\n");
              conversation.drip("a: b\r\n");
            })) {
      Calls.failed(calls.call(sink.url(), Calls.SHORT), TIMEOUT);
    }
  }

  @Test
  void endsACallWhoseBodyNobodyReads() throws Exception {
    try (Sink sink = new Sink(Sink.Conversation::hang)) {
      WebhookRequest request =
          new WebhookRequest(sink.url(), Map.of(), new byte[30_000_000], Calls.SHORT);

      Calls.failed(calls.sender.send(request), TIMEOUT);
    }
  }

  @Test
  void keepsTheStatusOfAnAnswerWhoseBodyDrips() throws Exception {
    try (Sink sink =
        sinkThat(
            conversation -> {
              conversation.write("HTTP/1.1 503 Later\r\nContent-Length: 10000\r\n\r\nstart");
              conversation.drip(".");
            })) {
      CallResult.Answered result = Calls.answered(calls.call(sink.url(), Duration.ofSeconds(2)));

      assertThat(result.status()).isEqualTo(503);
      assertThat(result.body()).asString().startsWith("start");
      assertThat(result.truncated()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n"
      })
  void stopsReadingAtTheCap(String head) throws Exception {
    assertCutAtTheCap(head, "x".repeat(8192));
  }

  @Test
  void stopsReadingChunksAtTheCap() throws Exception {
    assertCutAtTheCap(ENDLESS, "2000\r\n" + "x".repeat(8192) + "\r\n");
  }

  private void assertCutAtTheCap(String head, String piece) throws IOException {
    try (Sink sink =
        sinkThat(
            conversation -> {
              conversation.write(head);
              while (true) {
                conversation.write(piece);
              }
            })) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.body()).hasSize(KEPT).containsOnly('x');
      assertThat(result.truncated()).isTrue();
      assertThat(calls.stats().getAvailable()).isZero();
    }
  }

  @Test
  void keepsAnAnswerOfExactlyTheCap() throws Exception {
    String body = "y".repeat(KEPT);
    try (Sink sink =
        Sink.answering("HTTP/1.1 200 OK\r\nContent-Length: " + KEPT + "\r\n\r\n" + body)) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.body()).asString().isEqualTo(body);
      assertThat(result.truncated()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate"})
  void decodesABombNoFurtherThanTheCap(String encoding) throws Exception {
    byte[] bomb = compressed(encoding, 20_000_000);
    try (Sink sink = sinkThat(conversation -> encoded(conversation, encoding, bomb))) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.body()).hasSize(KEPT).containsOnly(0);
      assertThat(result.truncated()).isTrue();
    }
  }

  @Test
  void decodesAShortAnswer() throws Exception {
    byte[] body = compressed("gzip", 10);
    try (Sink sink = sinkThat(conversation -> encoded(conversation, "gzip", body))) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.body()).isEqualTo(new byte[10]);
      assertThat(result.truncated()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "", "gzip, gzip"})
  void leavesABodyItCannotDecode(String encoding) throws Exception {
    try (Sink sink = sinkThat(conversation -> encoded(conversation, encoding, "x".getBytes()))) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.body()).asString().isEqualTo("x");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws Exception {
    try (Sink elsewhere = Sink.answering(Sink.OK);
        Sink sink =
            Sink.answering(
                "HTTP/1.1 %d Elsewhere\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, elsewhere.url()))) {
      CallResult.Answered result = calls.answer(sink.url());

      assertThat(result.status()).isEqualTo(status);
      assertThat(result.headers()).containsEntry("location", elsewhere.url().toString());
      assertThat(sink.requests).hasSize(1);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void reportsAReset() throws Exception {
    assertFailsOnce(Sink.Conversation::reset, CONNECTION, "the connection broke");
  }

  @Test
  void reportsAConnectionClosedWithoutAnAnswer() throws Exception {
    assertFailsOnce(
        conversation -> {
          conversation.socket.shutdownOutput();
          conversation.hang();
        },
        CONNECTION,
        "it closed the connection without an answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"})
  void doesNotTakeHalfAHeadForAnAnswer(String head) throws Exception {
    try (Sink sink = sinkThat(conversation -> conversation.write(head))) {
      assertThat(calls.call(sink.url())).isInstanceOf(CallResult.Failed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 Odd\r\n\r\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "\r\n\r\n\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"
      })
  void refusesWhatIsNotHttp(String answer) throws Exception {
    assertFailsOnce(conversation -> conversation.write(answer), PROTOCOL, "is not valid HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
  void refusesAFloodOfInterimAnswers(String status) throws Exception {
    assertFailsOnce(
        conversation -> {
          while (true) {
            conversation.write("HTTP/1.1 " + status + "\r\n\r\n");
          }
        },
        PROTOCOL,
        "sent more than 16 interim answers");
  }

  @Test
  void refusesOneLongHeader() throws Exception {
    String head = "HTTP/1.1 200 OK\r\na: " + "x".repeat(65536) + "\r\n\r\n";
    assertFailsOnce(conversation -> conversation.write(head), PROTOCOL, "line length");
  }

  @Test
  void refusesManyHeadersOf64Kilobytes() throws Exception {
    String head = "HTTP/1.1 200 OK\r\n" + ("a: " + "x".repeat(1019) + "\r\n").repeat(64) + "\r\n";
    assertFailsOnce(conversation -> conversation.write(head), PROTOCOL, "32 KiB of headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "Transfer-Encoding: other\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Content-Length: 9\r\n\r\n"
      })
  void keepsTheStatusOfAnAnswerWhoseBodyIsBroken(String rest) throws Exception {
    try (Sink sink = sinkThat(conversation -> conversation.write("HTTP/1.1 204 OK\r\n" + rest));
        Sink other = sinkThat(conversation -> conversation.write("HTTP/1.1 200 OK\r\n" + rest))) {
      assertThat(calls.answer(sink.url()).status()).isEqualTo(204);
      assertThat(calls.answer(other.url()).status()).isEqualTo(200);
      assertThat(calls.answer(other.url()).truncated()).isTrue();
    }
  }

  @Test
  void hearsAnAnswerGivenBeforeTheBodyWasRead() throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
              conversation.socket.getInputStream().readNBytes(100);
            })) {
      WebhookRequest request =
          new WebhookRequest(sink.url(), Map.of(), new byte[30_000_000], Calls.AMPLE);

      assertThat(Calls.answered(calls.sender.send(request)).status()).isEqualTo(413);
      assertThat(calls.stats().getAvailable()).isZero();
    }
  }

  private static Sink sinkThat(Sink.Script script) throws IOException {
    return new Sink(
        conversation -> {
          conversation.readRequest();
          script.serve(conversation);
        });
  }

  private void assertFailsOnce(Sink.Script script, FailureCategory category, String reason)
      throws IOException {
    try (Sink sink = sinkThat(script)) {
      assertThat(Calls.failed(calls.call(sink.url()), category)).contains(reason);
      assertThat(sink.requests).hasSize(1);
      assertThat(calls.stats().getAvailable()).isZero();
    }
  }

  private static void encoded(Sink.Conversation conversation, String encoding, byte[] body)
      throws IOException {
    conversation.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(encoding, body.length));
    conversation.write(body);
  }

  private static byte[] compressed(String encoding, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        encoding.equals("deflate")
            ? new DeflaterOutputStream(bytes)
            : new GZIPOutputStream(bytes)) {
      out.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }
}
