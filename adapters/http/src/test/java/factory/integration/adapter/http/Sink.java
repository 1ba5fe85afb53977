package factory.integration.adapter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint made of plain sockets, so that it can answer anything or nothing. */
final class Sink implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final ServerSocket server;
  private final Script script;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** What the endpoint does with a connection; it is closed afterwards. */
  interface Script {
    void serve(Conversation conversation) throws Exception;
  }

  Sink(Script script) throws IOException {
    this(new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1")), script);
  }

  Sink(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers every request with the same text. */
  static Sink answering(String answer) throws IOException {
    return new Sink(
        conversation -> {
          while (conversation.readRequest() != null) {
            conversation.write(answer);
          }
        });
  }

  URI url() {
    return url("http", "127.0.0.1");
  }

  URI url(String scheme, String host) {
    return URI.create("%s://%s:%d/hook?a=b".formatted(scheme, host, server.getLocalPort()));
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      closed.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      script.serve(new Conversation(socket));
    } catch (Exception e) {
      // the other side went away, which is what many of the tests are about
    } finally {
      sockets.remove(socket);
    }
  }

  /** One connection, seen from the endpoint. */
  final class Conversation {

    final Socket socket;

    private Conversation(Socket socket) {
      this.socket = socket;
    }

    /** The next request, which is recorded, or null when the other side has closed. */
    String readRequest() throws IOException {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return null;
        }
        head.write(next);
      }
      String text = head.toString(StandardCharsets.ISO_8859_1);
      int length = Integer.parseInt(text.split("content-length: ")[1].split("\r\n")[0]);
      String request = text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
      requests.add(request);
      return request;
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Writes piece after piece, slowly, for as long as anybody listens. */
    void drip(String piece) throws IOException, InterruptedException {
      while (!closed.await(10, TimeUnit.MILLISECONDS)) {
        write(piece);
      }
    }

    /** Says nothing more until the test is over. */
    void hang() throws InterruptedException {
      closed.await();
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
