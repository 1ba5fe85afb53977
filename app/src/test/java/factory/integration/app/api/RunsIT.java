package factory.integration.app.api;

import static factory.integration.app.api.Integration.RUNS;
import static factory.integration.app.api.Integration.wish;
import static factory.integration.app.api.Tenant.items;
import static factory.integration.app.api.Tenant.text;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.BusListener.Received;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Runs of operations, from the API over the provider to the fact on the topic. */
@PlatformTest
class RunsIT {

  private static final Map<String, ?> PULL_REQUEST =
      Map.of("owner", "acme", "repo", "shop", "title", "Mend it", "head", "mend", "base", "main");
  private static final Map<String, ?> SEND =
      Map.of("name", "Send", "method", "PUT", "path", "/orders/{id}", "requestMapping", "$");

  /** A POST without an idempotency header: not to be repeated blindly. */
  private static final Map<String, ?> PAY =
      Map.of("name", "Pay", "method", "POST", "path", "/payments", "requestMapping", "$");

  private static final Map<String, ?> READ =
      Map.of("name", "Read", "method", "GET", "path", "/entities/{id}");

  private static final Set<String> OVER = Set.of("success", "failed", "cancelled");

  private final Tenant tenant;
  private final Endpoint endpoint;
  private final BusListener listener;
  private final Integration integration;

  RunsIT(Sink sink, Platform platform, BusListener listener) {
    this.tenant = platform.tenant();
    this.endpoint = sink.endpoint();
    this.listener = listener;
    this.integration = new Integration(tenant, endpoint);
  }

  @Test
  void opensAPullRequest() {
    endpoint.answering(200, "{}");
    String credential =
        integration.created(
            "/v1/integrations/credentials",
            Map.of("name", "GitHub", "type", "bearer", "token", "ghp_a-secret-token"),
            "credentialId");
    JsonNode github = integration.connectToCatalog("github", Map.of("credentialId", credential));
    endpoint.answering(
        201, "{\"number\":482,\"html_url\":\"https://example.com/482\",\"state\":\"open\"}");

    String runId = integration.run(github, "OpenPullRequest", PULL_REQUEST);
    JsonNode run = integration.awaitStatus(runId, "completed");
    assertThat(text(run, "externalRef")).isEqualTo("PR#482");

    Call call = endpoint.calls().getLast();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).endsWith("/repos/acme/shop/pulls");
    assertThat(call.json().path("title").asString()).isEqualTo("Mend it");
    assertThat(call.header("authorization")).isEqualTo("Bearer ghp_a-secret-token");

    Received fact = listener.await(tenant, "IntegrationRunCompleted", 1).getFirst();
    assertThat(fact.topic()).isEqualTo("factory.integration.runs");
    assertThat(fact.groupId()).isEqualTo(runId);
    JsonNode payload = fact.envelope().path("payload");
    assertThat(text(payload, "runId")).isEqualTo(runId);
    assertThat(text(payload, "connectionId")).isEqualTo(text(github, "connectionId"));
    assertThat(text(payload, "operation")).isEqualTo("OpenPullRequest");
    assertThat(payload.path("attempts").asInt()).isEqualTo(1);
    assertThat(text(payload, "outcome")).isEqualTo("Success");
    assertThat(text(payload, "externalRef")).isEqualTo("PR#482");

    JsonNode attempt = attempt(runId + "-1");
    assertThat(attempt.toString()).doesNotContain("ghp_a-secret-token").contains("Mend it");
    assertThat(attempt.at("/communicationLogs/0/statusCode").asInt()).isEqualTo(201);
  }

  @Test
  void takesAnAnswerThatSaysNoForAFailure() {
    endpoint.answering(200, "{\"ok\":true}");
    JsonNode slack = integration.connectToCatalog("slack", Map.of());
    endpoint.answering(200, "{\"ok\":false,\"error\":\"channel_not_found\"}");
    String runId = integration.run(slack, "PostMessage", Map.of("channel", "C1", "text", "Hello"));
    assertThat(text(integration.awaitStatus(runId, "failed"), "detail")).contains("200");
  }

  @Test
  void triesAgainAndPublishesEachFailure() {
    JsonNode erp =
        integration.connectTo(
            List.of(SEND), Map.of("retryPolicy", Map.of("delaysSeconds", List.of(1))));
    endpoint.first(503);
    String runId = integration.run(erp, "Send", Map.of("id", "o-1"));
    JsonNode run = integration.awaitStatus(runId, "completed");
    assertThat(run.path("attempts").asInt()).isEqualTo(2);
    assertThat(endpoint.calls()).hasSize(2).allMatch(call -> call.method().equals("PUT"));

    JsonNode failed =
        listener.await(tenant, "IntegrationFailed", 1).getFirst().envelope().path("payload");
    assertThat(text(failed, "source")).isEqualTo("run");
    assertThat(text(failed, "runId")).isEqualTo(runId);
    assertThat(failed.path("final").asBoolean()).isFalse();
    assertThat(text(failed, "nextAttemptAt")).isNotEmpty();
    assertThat(attempt(runId + "-2").path("resubmittedFromEventId").asString())
        .isEqualTo(runId + "-1");
  }

  @Test
  void isRetriedByHandOnceItWasGivenUp() {
    JsonNode erp = integration.connectTo(List.of(SEND), Map.of());
    endpoint.first(400);
    String runId = integration.run(erp, "Send", Map.of("id", "o-1"));
    integration.awaitStatus(runId, "failed");
    assertThat(attempt(runId + "-1").path("deadLetterReason").asString())
        .isEqualTo("fatalResponse");

    tenant.api().post(RUNS + "/" + runId + "/retry").expecting(202);
    integration.awaitStatus(runId, "completed");
    tenant.api().post(RUNS + "/" + runId + "/retry").expecting(409);
  }

  @Test
  void runsOnceForOneKey() {
    JsonNode erp = integration.connectTo(List.of(SEND), Map.of());
    Map<String, Object> wish = wish(erp, "Send", Map.of("id", "o-1"));
    wish.put("idempotencyKey", "k-1");
    JsonNode first = tenant.api().post(RUNS, wish).expecting(202).json();
    JsonNode second = tenant.api().post(RUNS, wish).expecting(202).json();
    assertThat(text(second, "runId")).isEqualTo(text(first, "runId"));
    assertThat(second.path("duplicate").asBoolean()).isTrue();
    integration.awaitStatus(text(first, "runId"), "completed");
    assertThat(endpoint.calls()).hasSize(1);
    wish.put("input", Map.of("id", "o-2"));
    tenant.api().post(RUNS, wish).expecting(409);
  }

  @Test
  void isTriggeredByAnEventWithTheEntityAsItIsNow() {
    JsonNode erp =
        integration.connectTo(
            List.of(SEND, READ),
            Map.of(
                "triggers",
                List.of(
                    Map.of(
                        "eventType",
                        "order*",
                        "operation",
                        "Send",
                        "fetchOperation",
                        "Read",
                        "mapping",
                        "{\"id\": event.data.id, \"state\": entity.state}"))));
    endpoint.answering(200, "{\"state\":\"paid\"}");
    String eventId = tenant.publishOrder("o-7");
    List<Call> calls = endpoint.await(2);
    assertThat(calls).extracting(Call::method).containsExactly("GET", "PUT");
    assertThat(calls.getFirst().path()).endsWith("/entities/o-7");
    assertThat(calls.getLast().json().path("state").asString()).isEqualTo("paid");

    JsonNode attempt =
        Tenant.until(
                () -> tenant.attempts(Map.of("eventId", eventId)),
                found -> found.stream().anyMatch(it -> text(it, "status").equals("success")))
            .getFirst();
    assertThat(text(attempt, "integrationId")).isEqualTo(text(erp, "connectionId"));
    assertThat(text(attempt, "eventType")).isEqualTo("orderCreated");
    assertThat(attempt(text(attempt, "id")).path("communicationLogs")).hasSize(2);
  }

  @Test
  void needsASecondPersonWhereTheRulesSaySo() {
    JsonNode erp =
        integration.connectTo(
            List.of(SEND, PAY),
            Map.of(
                "governance",
                Map.of("allowedOperations", List.of("Pay"), "approvalRequired", List.of("Pay"))));
    String runId = integration.run(erp, "Pay", Map.of("id", "p-1"));
    assertThat(text(integration.run(runId), "status")).isEqualTo("waitingForApproval");
    tenant.api().post(RUNS + "/" + runId + "/approve", Map.of("reason", "fine")).expecting(409);
    String list = RUNS + "?connectionId=" + text(erp, "connectionId");
    Tenant.until(() -> items(tenant.api().get(list)), found -> found.size() == 1);

    String second =
        tenant
            .api()
            .post("/v1/api-keys", Map.of("name", "second", "scopes", List.of("integrations.write")))
            .expecting(201)
            .at("key")
            .asString();
    new ApiClient(tenant.api().port(), second, null)
        .post(RUNS + "/" + runId + "/approve", Map.of("reason", "fine"))
        .expecting(202);
    JsonNode run = integration.awaitStatus(runId, "completed");
    assertThat(text(run, "approvalReason")).isEqualTo("fine");
    assertThat(endpoint.only().method()).isEqualTo("POST");

    tenant.api().post(RUNS, wish(erp, "Send", Map.of("id", "o-1"))).expecting(422);
  }

  @Test
  void showsWhatItWouldSend() {
    String credential =
        integration.created(
            "/v1/integrations/credentials",
            Map.of("name", "ERP", "type", "bearer", "token", "never-shown-token"),
            "credentialId");
    JsonNode erp = integration.connectTo(List.of(SEND), Map.of("credentialId", credential));
    JsonNode dryRun =
        tenant
            .api()
            .post(RUNS + "/dry-run", wish(erp, "Send", Map.of("id", "o-1")))
            .expecting(200)
            .json();
    assertThat(text(dryRun, "admission")).isEqualTo("granted");
    assertThat(text(dryRun, "url")).endsWith("/orders/o-1");
    assertThat(dryRun.at("/headers/authorization").asString()).isEqualTo("***");
    assertThat(dryRun.toString()).doesNotContain("never-shown-token");
    assertThat(endpoint.calls()).isEmpty();
  }

  @Test
  void endsWhatWaitsWhenTheConnectionIsRetired() {
    JsonNode erp = integration.connectTo(List.of(SEND), Map.of());
    endpoint.first(503);
    String runId = integration.run(erp, "Send", Map.of("id", "o-1"));
    integration.awaitStatus(runId, "waitingForRetry");
    tenant
        .api()
        .post(
            "/v1/integrations/connections/" + text(erp, "connectionId") + "/retire",
            Map.of("reason", "it ended"))
        .expecting(200);
    JsonNode run = integration.awaitStatus(runId, "cancelled");
    assertThat(text(run, "detail")).contains("retired");
    tenant.api().post(RUNS, wish(erp, "Send", Map.of("id", "o-2"))).expecting(409);
  }

  @Test
  void stopsAtOnceWhenItIsTold() {
    JsonNode erp = integration.connectTo(List.of(SEND), Map.of());
    endpoint.first(503);
    String runId = integration.run(erp, "Send", Map.of("id", "o-1"));
    integration.awaitStatus(runId, "waitingForRetry");
    tenant
        .api()
        .send("PATCH", Tenant.ATTEMPTS + "/" + runId + "-1", Map.of("forceStop", true))
        .expecting(200);
    integration.awaitStatus(runId, "cancelled");
    assertThat(endpoint.calls()).hasSize(1);
  }

  /** The attempt once it is over: the view follows a little later than the run itself. */
  private JsonNode attempt(String id) {
    return Tenant.until(
            () -> tenant.api().get(Tenant.ATTEMPTS + "/" + id),
            reply -> reply.status() == 200 && OVER.contains(text(reply.json(), "status")))
        .json();
  }
}
