package factory.integration.benchmarks.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import factory.integration.benchmarks.platform.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts subscriptions and events and forwards at once, within the test's own process. */
final class FakePlatform implements Platform {

  private record Subscription(URI url, String eventType) {}

  private final JsonMapper json = new JsonMapper();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger scrapes = new AtomicInteger();
  private final HttpServer server;

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/webhooks/subscriptions", this::subscribe);
    server.createContext("/v1/events", this::publish);
    server.createContext("/v1/inbound/sources", this::createSource);
    server.createContext("/v1/inbound/", this::receive);
    server.createContext("/v1/integrations/providers", this::registerProvider);
    server.createContext("/v1/integrations/clients", created("apiClientId"));
    server.createContext("/v1/integrations/connections", created("connectionId"));
    server.createContext("/v1/integrations/runs", this::run);
    server.createContext("/v1/admin/processors", this::processors);
    server.createContext("/actuator/prometheus", this::metrics);
    server.start();
  }

  @Override
  public long pid() {
    return ProcessHandle.current().pid();
  }

  @Override
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public String apiKey() {
    return "key";
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }

  private void subscribe(HttpExchange exchange) throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody());
    subscriptions.add(
        new Subscription(
            URI.create(body.path("url").asString()), body.path("eventTypes").get(0).asString()));
    answer(exchange, 201, "{\"subscriptionId\":\"sub-" + subscriptions.size() + "\"}");
  }

  private void publish(HttpExchange exchange) throws IOException {
    JsonNode body = json.readTree(exchange.getRequestBody());
    deliver(body.path("eventType").asString(), body.path("data"));
    answer(exchange, 202, "{\"eventId\":\"evt-1\",\"duplicate\":false}");
  }

  private void createSource(HttpExchange exchange) throws IOException {
    json.readTree(exchange.getRequestBody());
    answer(exchange, 201, "{\"sourceId\":\"src-1\"}");
  }

  private void receive(HttpExchange exchange) throws IOException {
    deliver(Load.TYPE, json.readTree(exchange.getRequestBody()));
    answer(exchange, 202, "{}");
  }

  private void registerProvider(HttpExchange exchange) throws IOException {
    URI base = URI.create(json.readTree(exchange.getRequestBody()).path("baseUrl").asString());
    subscriptions.add(new Subscription(base.resolve("/e/0"), "run"));
    answer(exchange, 201, "{\"providerId\":\"prov-1\"}");
  }

  private HttpHandler created(String id) {
    return exchange -> {
      json.readTree(exchange.getRequestBody());
      answer(exchange, 201, "{\"" + id + "\":\"id-1\"}");
    };
  }

  private void run(HttpExchange exchange) throws IOException {
    deliver("run", json.readTree(exchange.getRequestBody()).path("input"));
    answer(exchange, 202, "{}");
  }

  private void deliver(String type, JsonNode data) {
    String delivery = "{\"type\":\"" + type + "\",\"data\":" + data + "}";
    subscriptions.stream()
        .filter(subscription -> subscription.eventType().equals(type))
        .forEach(subscription -> deliver(subscription, delivery));
  }

  /** Behind at every other question only, since the bench waits until nothing is behind. */
  private void processors(HttpExchange exchange) throws IOException {
    int lag = questions.getAndIncrement() % 2 * 3;
    answer(exchange, 200, "{\"items\":[{\"name\":\"views\",\"lag\":" + lag + "}]}");
  }

  /** As of a store that wrote two documents in one round trip since it was asked last. */
  private void metrics(HttpExchange exchange) throws IOException {
    int times = scrapes.incrementAndGet();
    answer(
        exchange,
        200,
        """
        platform_mongo_documents_total{collection="events",kind="inserted"} %d
        platform_mongo_roundtrips_total{collection="events",command="insert"} %d
        """
            .formatted(times * 2, times));
  }

  private void deliver(Subscription subscription, String delivery) {
    http.sendAsync(
        HttpRequest.newBuilder(subscription.url())
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofString(delivery))
            .build(),
        BodyHandlers.discarding());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
