package factory.integration.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FramingTests {

  private final Framing framing = new Framing();
  private final ByteBuffer buffer = ByteBuffer.allocate(4096);

  @Test
  void findsTheEndByContentLength() {
    assertThat(after("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")).isFalse();
    assertThat(after("cde")).isTrue();
    assertThat(framing.bodyStart()).isEqualTo(buffer.position() - 5);
  }

  @Test
  void findsTheEndWhereverTheMessageIsCut() {
    String message = "HTTP/1.1 202 \r\nx: y\r\ncontent-length: 2\r\n\r\nok";
    for (int i = 0; i < message.length() - 1; i++) {
      assertThat(after(message.substring(i, i + 1))).isFalse();
    }
    assertThat(after("k")).isTrue();
  }

  @Test
  void findsTheEndOfChunks() {
    assertThat(after("HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n")).isFalse();
    assertThat(after("0\r\n\r\n")).isTrue();
  }

  @Test
  void findsTheEndOfAMessageWithoutABody() {
    assertThat(after("HTTP/1.1 204 \r\n\r\n")).isTrue();
  }

  @Test
  void noticesThatThePeerCloses() {
    assertThat(after("HTTP/1.1 200 \r\nConnection: close\r\n\r\n")).isTrue();
    assertThat(framing.closing()).isTrue();
  }

  @Test
  void startsAnewForTheNextMessage() {
    after("HTTP/1.1 200 \r\nConnection: close\r\ncontent-length: 1\r\n\r\nx");
    framing.reset();
    buffer.clear();
    assertThat(after("HTTP/1.1 200 \r\n\r\n")).isTrue();
    assertThat(framing.closing()).isFalse();
  }

  private boolean after(String text) {
    buffer.put(text.getBytes(StandardCharsets.US_ASCII));
    return framing.isComplete(buffer);
  }
}
