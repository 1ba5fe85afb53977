package factory.integration.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * The API as a client with that key sees it.
 *
 * @param tenantId which tenant an admin key acts for
 */
record ApiClient(int port, String key, @Nullable String tenantId) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A status and the body as it came. */
  record Reply(int status, String text) {

    Reply expecting(int expected) {
      assertThat(status).as("status of the reply %s", text).isEqualTo(expected);
      return this;
    }

    JsonNode json() {
      return JSON.readTree(text.isBlank() ? "{}" : text);
    }

    JsonNode at(String field) {
      return json().path(field);
    }
  }

  ApiClient actingFor(String tenant) {
    return new ApiClient(port, key, tenant);
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  /**
   * @param body JSON as it stands when it is text, else what is written as JSON
   */
  Reply post(String path, Object body) {
    return send("POST", path, body);
  }

  Reply post(String path) {
    return send("POST", path, null);
  }

  Reply send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("authorization", "Bearer " + key)
            .method(method, body == null ? BodyPublishers.noBody() : publisher(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (tenantId != null) {
      request.header("x-tenant-id", tenantId);
    }
    return send(request.build());
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    return BodyPublishers.ofString(body instanceof String text ? text : json(body));
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  private static Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
