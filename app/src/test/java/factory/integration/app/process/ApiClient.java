package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The management API as any client sees it. */
final class ApiClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final int port;
  private final String key;
  private final String tenant;
  private final Duration patience;

  ApiClient(int port, String key) {
    this(port, key, "default", Duration.ofSeconds(30));
  }

  private ApiClient(int port, String key, String tenant, Duration patience) {
    this.port = port;
    this.key = key;
    this.tenant = tenant;
    this.patience = patience;
  }

  /** The same API, acting for another tenant. */
  ApiClient actingFor(String other) {
    return new ApiClient(port, key, other, patience);
  }

  /** The same API, which has to answer within that time. */
  ApiClient waiting(Duration time) {
    return new ApiClient(port, key, tenant, time);
  }

  /** A status, headers and the body as JSON. */
  record Reply(int status, HttpHeaders headers, JsonNode body) {

    Reply expecting(int expected) {
      assertThat(status).as("status of the reply %s", body).isEqualTo(expected);
      return this;
    }

    String text(String field) {
      return body.path(field).asString();
    }
  }

  /** A subscription as its creation answers it. */
  record Subscription(String id, String secret) {}

  /** Creates a subscription from its settings as api.md names them. */
  Subscription subscribe(Map<String, ?> settings) {
    Reply reply = post("/v1/webhooks/subscriptions", settings).expecting(201);
    return new Subscription(reply.text("subscriptionId"), reply.text("secret"));
  }

  /** Publishes and answers the event id, which stands for a durable commit. */
  String publish(Map<String, ?> event) {
    return post("/v1/events", event).expecting(202).text("eventId");
  }

  /** The attempts at deliveries of the event, by the filter of integration events. */
  JsonNode attempts(String eventId) {
    Map<String, ?> filter = Map.of("eventId", eventId, "limit", 250);
    return post("/v1/integrations/events/filter", filter).expecting(200).body().path("items");
  }

  Reply get(String path) {
    return send(request(path).GET().build());
  }

  Reply post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
  }

  boolean isReady() {
    try {
      return get("/actuator/health/readiness").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(patience)
        .header("authorization", "Bearer " + key)
        .header("x-tenant-id", tenant)
        .header("content-type", "application/json");
  }

  /** Throws {@link UncheckedIOException} where no answer came, as while the platform is down. */
  private static Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      String body = response.body().isBlank() ? "{}" : response.body();
      return new Reply(response.statusCode(), response.headers(), JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
