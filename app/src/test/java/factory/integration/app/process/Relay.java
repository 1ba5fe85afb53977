package factory.integration.app.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** One node's way to the store, which can fail while others reach it. */
final class Relay implements AutoCloseable {

  private static final long LOOK_NANOS = 10_000_000;

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean blocked;

  /** Relays to the port of the loopback address. */
  Relay(int target) {
    this.target = target;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing passes, and nobody is told: what is sent waits. */
  void block() {
    blocked = true;
  }

  /** Lets what waits, and all else, pass. */
  void unblock() {
    blocked = false;
  }

  /** Ends every connection; new ones are taken. */
  void cut() {
    connections.forEach(Relay::close);
    connections.clear();
  }

  @Override
  public void close() {
    close(listener);
    cut();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        connections.add(client);
        connections.add(server);
        Thread.startVirtualThread(() -> copy(client, server));
        Thread.startVirtualThread(() -> copy(server, client));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[16_384];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        while (blocked) {
          LockSupport.parkNanos(LOOK_NANOS);
        }
        out.write(bytes, 0, read);
      }
    } catch (IOException _) {
      // cut
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
