package factory.integration.adapter.mongo;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server on this machine, so that the server can seem to be away. */
public final class Relay {

  private final int target;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;

  /** Relays to the port of the loopback address. */
  public Relay(int target) {
    this.target = target;
    this.listener = listen(0);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Cuts every connection and refuses new ones. */
  public void stop() {
    close(listener);
    connections.forEach(Relay::close);
    connections.clear();
  }

  /** Listens again, at the same port. */
  public void restart() {
    listener = listen(port());
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Thread.startVirtualThread(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        connections.add(client);
        connections.add(server);
        Thread.startVirtualThread(() -> copy(client, server));
        Thread.startVirtualThread(() -> copy(server, client));
      } catch (IOException _) {
        // stopped
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // cut
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
