package factory.integration.app.process;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A loopback endpoint for any number of paths, which outlives the platform and forgets nothing. */
final class Sink implements AutoCloseable {

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger order = new AtomicInteger();
  private final Map<String, Function<Call, Answer>> scripts = new ConcurrentHashMap<>();
  private final Map<String, Webhook> secrets = new ConcurrentHashMap<>();
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

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Answers calls of the path as the script says; without one it answers 200. */
  void script(String path, Function<Call, Answer> script) {
    scripts.put(path, script);
  }

  /** Checks signatures of the path against the secret. */
  void secret(String path, String secret) {
    try {
      secrets.put(path, new Webhook(secret));
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("no secret for " + path, e);
    }
  }

  /** All calls in the order of their arrival. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  int callCount() {
    return order.get();
  }

  List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = read(exchange);
      calls.add(call);
      answer(exchange, call, scripts.getOrDefault(call.path(), any -> Answer.ok()).apply(call));
    }
  }

  private Call read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    return new Call(
        order.incrementAndGet(),
        path,
        String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
        String.valueOf(exchange.getRequestHeaders().getFirst("x-webhook-attempt")),
        body,
        isSigned(path, body, exchange.getRequestHeaders()));
  }

  private boolean isSigned(String path, String body, Map<String, List<String>> headers) {
    Webhook secret = secrets.get(path);
    if (secret == null) {
      return false;
    }
    Map<String, List<String>> lowerCase = new ConcurrentHashMap<>();
    headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(), values));
    try {
      secret.verify(body, lowerCase);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, Call call, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Status now -> send(exchange, call, now.status());
      case Answer.Slow late -> {
        LockSupport.parkNanos(late.delay().toNanos());
        send(exchange, call, late.status());
      }
      case Answer.Held held -> {
        try {
          held.until().await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        send(exchange, call, held.status());
      }
      case Answer.Closed closed -> exchange.close();
    }
  }

  private static void send(HttpExchange exchange, Call call, int status) throws IOException {
    call.answered(status);
    exchange.sendResponseHeaders(status, -1);
  }
}
