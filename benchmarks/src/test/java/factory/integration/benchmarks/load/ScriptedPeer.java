package factory.integration.benchmarks.load;

import factory.integration.benchmarks.wire.Framing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Answers every request in the same way, in chunks as Tomcat does; may close after each. */
final class ScriptedPeer implements AutoCloseable {

  private final ServerSocketChannel server;
  private final byte[] answer;
  private final boolean closing;

  ScriptedPeer(String status, boolean closing) throws IOException {
    this.answer =
        ("HTTP/1.1 "
                + status
                + "\r\nTransfer-Encoding: chunked\r\n"
                + (closing ? "Connection: close\r\n" : "")
                + "\r\n2\r\n{}\r\n0\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    this.closing = closing;
    this.server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    Thread.ofVirtual().start(this::accept);
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (server.isOpen()) {
        SocketChannel channel = server.accept();
        Thread.ofVirtual().start(() -> serve(channel));
      }
    } catch (IOException e) {
      // The test is over: the server was closed.
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel channel) {
    ByteBuffer request = ByteBuffer.allocate(8192);
    Framing framing = new Framing();
    try (channel) {
      while (channel.read(request) >= 0) {
        if (framing.isComplete(request)) {
          channel.write(ByteBuffer.wrap(answer));
          request.clear();
          framing.reset();
          if (closing) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // The load has closed its connection.
      request.clear();
    }
  }
}
