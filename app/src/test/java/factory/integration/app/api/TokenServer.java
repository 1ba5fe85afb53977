package factory.integration.app.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint: gives a new token, and a new refresh token, for the right client secret. */
final class TokenServer implements AutoCloseable {

  private final String clientSecret;
  private final Queue<String> forms = new ConcurrentLinkedQueue<>();
  private final Queue<Scripted> scripted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger issued = new AtomicInteger();
  private final HttpServer server;

  TokenServer(String clientSecret) {
    this.clientSecret = clientSecret;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  /** Answers the next call so. */
  TokenServer first(int status, String body) {
    scripted.add(new Scripted(status, body));
    return this;
  }

  private record Scripted(int status, String body) {}

  /** The forms that were posted. */
  List<String> forms() {
    return List.copyOf(forms);
  }

  /** The token that was given as the n-th. */
  static String token(int number) {
    return "access-token-number-" + number;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      forms.add(form);
      Scripted next = scripted.poll();
      boolean isRight = List.of(form.split("&")).contains("client_secret=" + clientSecret);
      String answer =
          next == null && isRight
              ? "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                  .formatted(token(issued.incrementAndGet()))
              : "{\"error\":\"invalid_client\"}";
      byte[] bytes = (next == null ? answer : next.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json");
      int status = next != null ? next.status() : isRight ? 200 : 401;
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
