package factory.integration.benchmarks.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Serves two loopback ports from one thread: the first answers every request at once, the second
 * accepts connections and requests and never answers, so that only the second port's callers hang.
 */
final class SinkServer implements AutoCloseable {

  private static final int BACKLOG = 4096;

  private final Selector selector;
  private final Arrivals arrivals;
  private final ServerSocketChannel answering;
  private final ServerSocketChannel hanging;

  SinkServer(Arrivals arrivals) throws IOException {
    this.arrivals = arrivals;
    this.selector = Selector.open();
    this.answering = listen(true);
    this.hanging = listen(false);
  }

  int port() throws IOException {
    return portOf(answering);
  }

  int hangingPort() throws IOException {
    return portOf(hanging);
  }

  /** Serves until the server is closed. */
  void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::handle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.nio.channels.ClosedSelectorException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    answering.close();
    hanging.close();
  }

  private void handle(SelectionKey key) {
    try {
      if (key.attachment() instanceof SinkConnection connection) {
        if (!connection.serve(arrivals)) {
          drop(key);
        }
      } else {
        accept((ServerSocketChannel) key.channel(), (Boolean) key.attachment());
      }
    } catch (IOException e) {
      drop(key);
    }
  }

  private void accept(ServerSocketChannel server, boolean answers) throws IOException {
    SocketChannel channel = server.accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new SinkConnection(channel, answers));
    }
  }

  private ServerSocketChannel listen(boolean answers) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT, answers);
    return server;
  }

  private static int portOf(ServerSocketChannel server) throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private static void drop(SelectionKey key) {
    key.cancel();
    SelectableChannel channel = key.channel();
    try {
      channel.close();
    } catch (IOException e) {
      // The peer is gone already: there is nothing left to close.
      key.attach(null);
    }
  }
}
