package factory.integration.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.run.ApproveIntegrationRun;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.ChangeRunResubmission;
import factory.integration.api.run.ResolveIntegrationRun;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunId;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryDeliveries;
import factory.integration.gateway.fixture.MemoryRuns;
import factory.integration.gateway.fixture.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RunDecisionApiTests {

  private static final String RUNS = "/v1/integrations/runs";
  private static final String EVENTS = "/v1/integrations/events/";
  private static final String DELIVERY = MemoryDeliveries.DELIVERY + "-1";

  @Autowired Api api;
  @Autowired MemoryRuns runs;
  @Autowired MovableClock clock;
  private RunId run;
  private String path;
  private String event;

  @BeforeEach
  void holdARun() {
    run = ask("conn-1");
    path = RUNS + "/" + run;
    event = EVENTS + run + "-1";
  }

  @Test
  void approves() {
    Answer answer = api.post(path + "/approve", "{\"reason\":\"checked\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.at("/status")).isEqualTo("running");
    assertThat(runs.last()).isEqualTo(new ApproveIntegrationRun(run, "checked", null));
  }

  @Test
  void startsAnApprovedRunWhenTheQuietHoursAreOver() {
    Instant end = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
    path = RUNS + "/" + ask(connectionThatIsQuietUntil(end));
    Answer answer = api.post(path + "/approve", "{\"reason\":\"checked\"}");
    assertThat(answer.at("/status")).isEqualTo("deferred");
    assertThat(((ApproveIntegrationRun) runs.last()).startAt()).isEqualTo(end);
  }

  @Test
  void rejects() {
    Answer answer = api.post(path + "/reject", "{\"reason\":\"not now\"}");
    assertThat(answer.at("/status")).isEqualTo("cancelled");
    assertThat(runs.last())
        .isEqualTo(new CancelIntegrationRun(run, RunCancellation.REJECTED, "not now"));
  }

  @Test
  void cancels() {
    assertThat(api.post(path + "/cancel", "").status()).isEqualTo(202);
    assertThat(runs.last()).isEqualTo(new CancelIntegrationRun(run, RunCancellation.REQUESTED));
  }

  @Test
  void retries() {
    assertThat(api.post(path + "/retry", "").at("/status")).isEqualTo("running");
    assertThat(runs.last()).isEqualTo(RetryIntegrationRun.manual(run, false));
    assertThat(api.post(path + "/retry", "").status()).isEqualTo(409);
    api.post(path + "/cancel", "");
    assertThat(api.post(path + "/retry", "{\"force\":true}").status()).isEqualTo(202);
    assertThat(runs.last()).isEqualTo(RetryIntegrationRun.manual(run, true));
  }

  @Test
  void resolves() {
    String found = "{\"succeeded\":true,\"externalRef\":\"PR#1\",\"reason\":\"seen\"}";
    assertThat(api.post(path + "/resolve", found).at("/status")).isEqualTo("completed");
    assertThat(runs.last()).isEqualTo(new ResolveIntegrationRun(run, true, "PR#1", "seen"));
    assertThat(
            api.post(path + "/resolve", "{\"succeeded\":false,\"reason\":\"not there\"}")
                .at("/status"))
        .isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          approve | {}                                                   | reason
          approve | {"reason":" "}                                       | reason
          approve | {"reason":"r","startAt":"2026-06-11T00:00:00Z"}      | startAt
          reject  | {}                                                   | reason
          resolve | {"reason":"r"}                                       | succeeded
          resolve | {"succeeded":"yes","reason":"r"}                     | succeeded
          resolve | {"succeeded":true}                                   | reason
          resolve | {"succeeded":false,"externalRef":"a","reason":"r"}   | externalRef
          retry   | {"force":"yes"}                                      | force
          """)
  void namesWhatIsWrong(String decision, String body, String field) {
    Answer answer = api.post(path + "/" + decision, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void decidesAboutTheAttemptsOfARunAsIntegrationEvents() {
    assertThat(api.post(event + "/cancel", "").at("/runId")).isEqualTo(run.value());
    assertThat(runs.last()).isEqualTo(new CancelIntegrationRun(run, RunCancellation.REQUESTED));
    Answer retried = api.post(event + "/retry", "{\"force\":true}");
    assertThat(retried.status()).isEqualTo(202);
    assertThat(retried.at("/runId")).isEqualTo(run.value());
    assertThat(runs.last()).isEqualTo(RetryIntegrationRun.manual(run, true));
    assertThat(api.patch(event, "{\"resubmitEnabled\":false}").status()).isEqualTo(200);
    assertThat(runs.last()).isEqualTo(new ChangeRunResubmission(run, false));
    assertThat(api.patch(event, "{\"forceStop\":true}").at("/runId")).isEqualTo(run.value());
    assertThat(runs.last()).isEqualTo(new CancelIntegrationRun(run, RunCancellation.FORCE_STOPPED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                         | resubmitEnabled
          {"forceStop":false}                        | forceStop
          {"forceStop":true,"resubmitEnabled":true}  | forceStop
          {"resubmitEnabled":1}                      | resubmitEnabled
          {"status":"success"}                       | status
          """)
  void refusesOtherChanges(String change, String field) {
    Answer answer = api.patch(event, change);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void redrivesADeadLetterOfARun() {
    String letters = "/v1/dead-letters/";
    api.post(path + "/cancel", "");
    Answer answer = api.post(letters + "fail-" + run.uniquePart() + "/redrive", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(runs.last()).isEqualTo(RetryIntegrationRun.manual(run, false));
    Answer delivery = api.post(letters + MemoryDeliveries.FAILURE + "/redrive", "");
    assertThat(delivery.status()).isEqualTo(422);
    assertThat(delivery.isProblem()).isTrue();
  }

  @Test
  void saysThatDeliveriesAreNotRetriedByHandYet() {
    for (Answer answer :
        new Answer[] {
          api.post(EVENTS + DELIVERY + "/retry", ""),
          api.patch(EVENTS + DELIVERY, "{\"resubmitEnabled\":false}")
        }) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.at("/detail")).contains("deliver");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "cancel", "approve", "reject", "resolve"})
  void keepsTenantsApart(String decision) {
    String body =
        switch (decision) {
          case "resolve" -> "{\"succeeded\":true,\"reason\":\"r\"}";
          case "retry", "cancel" -> "";
          default -> "{\"reason\":\"r\"}";
        };
    String[] other = {"X-Tenant-Id", "else"};
    assertThat(api.post(path + "/" + decision, body, other).status()).isEqualTo(404);
    assertThat(api.post(RUNS + "/dlv-1/" + decision, body).status()).isEqualTo(404);
    assertThat(api.get(path, other).status()).isEqualTo(404);
    assertThat(api.patch(event, "{\"forceStop\":true}", other).status()).isEqualTo(404);
    assertThat(api.post(event + "/retry", "", other).status()).isEqualTo(404);
    assertThat(api.get(path).at("/status")).isEqualTo("waitingForApproval");
  }

  @Test
  void needsTheScope() {
    String[] reader = api.keyOf("default", "[\"integrations.read\",\"events.read\"]");
    assertThat(api.post(path + "/retry", "", reader).status()).isEqualTo(403);
    assertThat(api.post(event + "/retry", "", reader).status()).isEqualTo(403);
    assertThat(api.patch(event, "{\"forceStop\":true}", reader).status()).isEqualTo(403);
    assertThat(api.get(event, reader).status()).isEqualTo(200);
  }

  private RunId ask(String connection) {
    String body =
        "{\"connectionId\":\"%s\",\"operation\":\"ApprovedCreate\"}".formatted(connection);
    return new RunId(api.post(RUNS, body).at("/runId"));
  }

  private String connectionThatIsQuietUntil(Instant end) {
    String provider =
        create("providers", "{'key':'quiet','name':'Q','baseUrl':'https://q.example'}")
            .at("/providerId");
    String client =
        create(
                "clients",
                ("{'providerId':'%s','name':'q','version':'1.0.0','operations':"
                        + "[{'name':'Read','method':'GET','path':'/'}]}")
                    .formatted(provider))
            .at("/apiClientId");
    OffsetDateTime over = end.atOffset(ZoneOffset.UTC);
    return create(
            "connections",
            ("{'name':'Q','providerId':'%s','apiClientId':'%s','governance':{'quietHours':"
                    + "{'from':'%tR','to':'%tR','zone':'UTC'}}}")
                .formatted(provider, client, over.minusHours(2), over))
        .at("/connectionId");
  }

  private Answer create(String things, String body) {
    return api.post("/v1/integrations/" + things, body.replace('\'', '"'));
  }
}
