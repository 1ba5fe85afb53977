package factory.integration.benchmarks.sink;

import factory.integration.benchmarks.wire.Framing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection of the platform: a request, its answer, the next request. */
final class SinkConnection {

  private static final int USUAL = 16 * 1024;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final ByteBuffer OK =
      direct("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok");

  private final SocketChannel channel;
  private final boolean answering;
  private final Framing framing = new Framing();
  private ByteBuffer request = ByteBuffer.allocateDirect(USUAL);

  SinkConnection(SocketChannel channel, boolean answering) {
    this.channel = channel;
    this.answering = answering;
  }

  /** Takes what has come; notes and answers a whole request. False when the peer is gone. */
  boolean serve(Arrivals arrivals) throws IOException {
    if (channel.read(request) < 0) {
      return false;
    }
    if (framing.isComplete(request)) {
      takeRequest(arrivals);
    } else if (!request.hasRemaining()) {
      grow();
    }
    return true;
  }

  private void takeRequest(Arrivals arrivals) throws IOException {
    if (answering) {
      long sequence = Numbers.sequence(request, framing.bodyStart());
      arrivals.note(sequence, Numbers.endpoint(request), System.nanoTime());
      answer();
    }
    request.clear();
    framing.reset();
  }

  private void answer() throws IOException {
    ByteBuffer answer = OK.duplicate();
    while (answer.hasRemaining()) {
      channel.write(answer);
    }
  }

  private void grow() throws IOException {
    if (request.capacity() >= LARGEST) {
      throw new IOException("a request of more than " + LARGEST + " bytes");
    }
    request = ByteBuffer.allocateDirect(request.capacity() * 2).put(request.flip());
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
