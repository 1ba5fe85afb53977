package factory.integration.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of the management API that scenarios need beside publishing. */
public final class ManagementApi {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;
  private final String apiKey;

  public ManagementApi(URI base, String apiKey) {
    this.base = base;
    this.apiKey = apiKey;
  }

  /** Creates a subscription to one event type and answers its id. */
  public String subscribe(String url, String eventType) {
    String body =
        json.createObjectNode()
            .put("url", url)
            .set("eventTypes", json.createArrayNode().add(eventType))
            .toString();
    HttpResponse<String> answer =
        send(request("/v1/webhooks/subscriptions").POST(BodyPublishers.ofString(body)).build());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(
          "no subscription for %s: %d %s".formatted(url, answer.statusCode(), answer.body()));
    }
    return json.readTree(answer.body()).path("subscriptionId").asString();
  }

  /**
   * Creates an inbound source that is called as by GitHub, answers 202 and publishes events of one
   * type; answers its id.
   */
  public String createSource(String secret, String eventType) {
    String body =
        """
        {"verification": {"type": "github"}, "secret": "%s", "response": {"status": 202},
         "mapping": {"eventType": {"fixed": "%s"}, "deduplicationKey": {"pointer": "/id"}}}
        """
            .formatted(secret, eventType);
    HttpResponse<String> answer =
        send(request("/v1/inbound/sources").POST(BodyPublishers.ofString(body)).build());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(
          "no inbound source: %d %s".formatted(answer.statusCode(), answer.body()));
    }
    return json.readTree(answer.body()).path("sourceId").asString();
  }

  /**
   * Registers a provider at that address with an operation {@code Send}, which posts its input to
   * {@code /e/0}, and connects to it; answers the connection's id.
   */
  public String connect(String baseUrl) {
    String provider =
        create(
            "/v1/integrations/providers",
            "{\"key\": \"sink\", \"name\": \"Sink\", \"baseUrl\": \"%s\"}".formatted(baseUrl),
            "providerId");
    String client =
        create(
            "/v1/integrations/clients",
            """
            {"providerId": "%s", "name": "sink", "version": "1.0.0", "operations": [{"name": "Send",
             "method": "POST", "path": "/e/0", "requestMapping": "$",
             "idempotencyHeader": "idempotency-key"}]}
            """
                .formatted(provider),
            "apiClientId");
    return create(
        "/v1/integrations/connections",
        "{\"name\": \"Sink\", \"providerId\": \"%s\", \"apiClientId\": \"%s\"}"
            .formatted(provider, client),
        "connectionId");
  }

  private String create(String path, String body, String id) {
    HttpResponse<String> answer = send(request(path).POST(BodyPublishers.ofString(body)).build());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(
          "POST %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return json.readTree(answer.body()).path(id).asString();
  }

  /** What {@code GET /v1/admin/processors} says, or null when it doesn't answer with 200. */
  public @Nullable JsonNode processors() {
    HttpResponse<String> answer = send(request("/v1/admin/processors").GET().build());
    return answer.statusCode() == 200 ? json.readTree(answer.body()) : null;
  }

  /** What {@code GET /actuator/prometheus} says; empty when it doesn't answer with 200. */
  public String metrics() {
    HttpResponse<String> answer =
        send(request("/actuator/prometheus").header("accept", "text/plain").GET().build());
    return answer.statusCode() == 200 ? answer.body() : "";
  }

  /** Outcomes of calls that wait to be stored; 0 when the metrics do not tell. */
  public long outcomesToStore() {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("platform_delivery_outcomes "))
        .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.indexOf(' ')))))
        .findFirst()
        .orElse(0);
  }

  /** Whether the platform says it is ready; false while nothing listens yet. */
  public boolean isReady() {
    try {
      return http.send(
                  request("/actuator/health/readiness").GET().build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("authorization", "Bearer " + apiKey)
        .header("content-type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + request.uri(), e);
    }
  }
}
