package factory.integration.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayTest
class OpenApiTests {

  @Autowired Api api;

  private JsonNode operation(String method, String path) {
    return api.get("/v3/api-docs").json().path("paths").path(path).path(method);
  }

  @ParameterizedTest
  @CsvSource({
    "post, /v1/events, 202",
    "post, /v1/events/batch, 202",
    "post, /v1/events/search, 200",
    "get, /v1/events/{eventId}, 200",
    "get, /v1/event-types, 200",
    "post, /v1/webhooks/subscriptions, 201",
    "get, /v1/webhooks/subscriptions, 200",
    "get, /v1/webhooks/subscriptions/{subscriptionId}, 200",
    "patch, /v1/webhooks/subscriptions/{subscriptionId}, 200",
    "delete, /v1/webhooks/subscriptions/{subscriptionId}, 204",
    "post, /v1/webhooks/subscriptions/{subscriptionId}/enable, 200",
    "post, /v1/webhooks/subscriptions/{subscriptionId}/disable, 200",
    "post, /v1/webhooks/subscriptions/{subscriptionId}/test, 200",
    "get, /v1/webhooks/subscriptions/{subscriptionId}/secret, 200",
    "post, /v1/webhooks/subscriptions/{subscriptionId}/secret/rotate, 200",
    "get, /v1/webhooks/deliveries/{deliveryId}, 200",
    "post, /v1/integrations/events/filter, 200",
    "get, /v1/integrations/events/{id}, 200",
    "post, /v1/integrations/events/{id}/cancel, 202",
    "post, /v1/integrations/events/{id}/retry, 202",
    "patch, /v1/integrations/events/{id}, 200",
    "post, /v1/integrations/runs, 202",
    "get, /v1/integrations/runs, 200",
    "post, /v1/integrations/runs/dry-run, 200",
    "get, /v1/integrations/runs/{runId}, 200",
    "post, /v1/integrations/runs/{runId}/retry, 202",
    "post, /v1/integrations/runs/{runId}/approve, 202",
    "post, /v1/integrations/runs/{runId}/reject, 202",
    "post, /v1/integrations/runs/{runId}/cancel, 202",
    "post, /v1/integrations/runs/{runId}/resolve, 202",
    "post, /v1/dead-letters/{id}/redrive, 202",
    "post, /v1/dead-letters/filter, 200",
    "get, /v1/dead-letters/{id}, 200",
    "get, /v1/admin/processors, 200",
    "post, /v1/admin/projections/{name}/rebuild, 202",
    "get, /v1/admin/projections/{name}/rebuild, 200",
    "post, /v1/api-keys, 201",
    "get, /v1/api-keys, 200",
    "delete, /v1/api-keys/{keyId}, 204",
    "post, /inbox/{name}, 200",
    "get, /inbox/{name}, 200"
  })
  void describesTheRoute(String method, String path, String status) {
    JsonNode operation = operation(method, path);
    assertThat(operation.isObject()).isTrue();
    assertThat(operation.path("summary").asString("")).isNotEmpty();
    assertThat(operation.path("responses").has(status)).as(operation.toString()).isTrue();
  }

  @Test
  void describesNothingElse() {
    String text = api.get("/v3/api-docs").text();
    assertThat(text)
        .doesNotContain("\"/error\"", "*/*", "_1\"", "RequestContext", "HttpServletRequest");
  }

  @Test
  void describesBodies() {
    JsonNode document = api.get("/v3/api-docs").json();
    JsonNode schemas = document.path("components").path("schemas");
    assertThat(schemas.path("PublishEvent").path("properties").propertyNames())
        .contains("eventType", "data", "endpointId", "ownerId", "url", "secret", "idempotencyKey");
    assertThat(schemas.path("Subscription").path("properties").propertyNames())
        .contains("url", "eventTypes", "auth", "retryPolicy", "ordering", "enabled");
    assertThat(operation("patch", "/v1/webhooks/subscriptions/{subscriptionId}").toString())
        .contains("#/components/schemas/Subscription\"");
    assertThat(schemas.path("SourceEventView").at("/properties/eventId/type").asString())
        .isEqualTo("string");
    assertThat(schemas.path("SourceEventView").at("/properties/data/type").asString())
        .isEqualTo("object");
    assertThat(schemas.path("SourceEventView").at("/properties/ownerId/type").toString())
        .isEqualTo("[\"string\",\"null\"]");
    assertThat(schemas.path("PublishEvent").at("/properties/data/type").asString())
        .isEqualTo("object");
    assertThat(schemas.path("RunRequest").path("properties").propertyNames())
        .containsExactlyInAnyOrder(
            "connectionId", "operation", "input", "idempotencyKey", "projectId", "moduleId");
    assertThat(operation("post", "/v1/integrations/runs").path("requestBody").toString())
        .contains("#/components/schemas/RunRequest\"");
    assertThat(schemas.path("RunView").at("/properties/result/type").asString())
        .isEqualTo("object");
    assertThat(schemas.path("IntegrationEventView").at("/properties/status/enum").toString())
        .isEqualTo("[\"queued\",\"processing\",\"success\",\"failed\",\"cancelled\"]");
    assertThat(schemas.path("Problem").path("properties").propertyNames())
        .contains("type", "title", "status", "detail", "errors");
  }

  @Test
  void saysThatAKeyIsNeeded() {
    JsonNode document = api.get("/v3/api-docs").json();
    assertThat(document.at("/components/securitySchemes/apiKey/scheme").asString())
        .isEqualTo("bearer");
    assertThat(operation("post", "/v1/events").path("responses").propertyNames())
        .contains("400", "401", "403", "409", "413", "415", "422", "503");
  }
}
