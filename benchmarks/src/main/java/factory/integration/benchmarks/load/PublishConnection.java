package factory.integration.benchmarks.load;

import factory.integration.benchmarks.wire.Framing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection to the platform with at most one request under way. */
final class PublishConnection {

  static final int BROKEN = -1;
  static final int INCOMPLETE = 0;
  private static final long NOTHING = -1;
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final Target target;
  private final RequestTemplate template;
  private final ByteBuffer request;
  private final ByteBuffer response = ByteBuffer.allocateDirect(16 * 1024);
  private final Framing framing = new Framing();
  private SocketChannel channel;
  private long sequence = NOTHING;

  PublishConnection(Target target, RequestTemplate template, Selector selector) throws IOException {
    this.target = target;
    this.template = template;
    this.request = template.newBuffer();
    this.channel = connect(selector);
  }

  /** Sends the event with this number; a failure to send shows up as a broken answer. */
  synchronized void send(long number) {
    sequence = number;
    template.number(request, number);
    try {
      while (request.hasRemaining()) {
        channel.write(request);
      }
    } catch (IOException e) {
      // The receiving thread sees the same connection end, notes the loss and connects anew.
      request.clear();
    }
  }

  /** Takes what has come: a status, {@link #INCOMPLETE} or {@link #BROKEN}. */
  int receive() {
    try {
      if (channel.read(response) < 0) {
        return BROKEN;
      }
    } catch (IOException e) {
      return BROKEN;
    }
    return framing.isComplete(response) ? status() : INCOMPLETE;
  }

  /** The number of the event under way, or a negative one. */
  long sequence() {
    return sequence;
  }

  boolean closing() {
    return framing.closing();
  }

  /** Makes ready for the next event after an answer. */
  void free() {
    sequence = NOTHING;
    framing.reset();
    response.clear();
  }

  synchronized void reconnect(Selector selector) throws IOException {
    channel.close();
    channel = connect(selector);
  }

  void close() throws IOException {
    channel.close();
  }

  private int status() {
    return (response.get(STATUS_AT) - '0') * 100
        + (response.get(STATUS_AT + 1) - '0') * 10
        + response.get(STATUS_AT + 2)
        - '0';
  }

  private SocketChannel connect(Selector selector) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), target.port());
    SocketChannel connected = SocketChannel.open(address);
    connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
    connected.configureBlocking(false);
    connected.register(selector, SelectionKey.OP_READ, this);
    return connected;
  }
}
