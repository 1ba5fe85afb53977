package factory.integration.app.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loopback server of many endpoints. */
final class Sink implements AutoCloseable {

  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Sink() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A new endpoint, which nobody has called yet. */
  Endpoint endpoint() {
    String path = "/endpoint-" + count.incrementAndGet();
    Endpoint endpoint = new Endpoint("http://127.0.0.1:" + server.getAddress().getPort() + path);
    endpoints.put(path, endpoint);
    return endpoint;
  }

  /** How many calls came to all endpoints. */
  int callCount() {
    return endpoints.values().stream().mapToInt(endpoint -> endpoint.calls().size()).sum();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      @Nullable Endpoint endpoint = endpoint(exchange.getRequestURI().getPath());
      answer(
          exchange,
          endpoint == null ? Endpoint.Reply.of(501) : endpoint.receive(call(exchange, body)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The endpoint of that path, or of what the path begins with: then it plays a provider. */
  private @Nullable Endpoint endpoint(String path) {
    int end = path.indexOf('/', 1);
    return endpoints.get(end < 0 ? path : path.substring(0, end));
  }

  private static Call call(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().toString();
    return new Call(exchange.getRequestMethod(), path, headers(exchange), body);
  }

  private static void answer(HttpExchange exchange, Endpoint.Reply reply)
      throws IOException, InterruptedException {
    reply.gate().await();
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(), String.join(", ", header.getValue()));
    }
    return headers;
  }
}
