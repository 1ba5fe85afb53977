package factory.integration.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RunApiTests {

  private static final String PATH = "/v1/integrations/runs";
  private static final String WANTED =
      "{\"connectionId\":\"conn-1\",\"operation\":\"%s\",\"input\":{\"id\": \"o-1\",\"n\":1.10}%s}";

  @Autowired Api api;
  @Autowired MemoryRuns runs;

  @Test
  void takesARunWithItsInputAsItCame() {
    Answer answer = api.post(PATH, WANTED.formatted("CreateOrder", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.at("/runId")).startsWith("run-");
    assertThat(answer.at("/duplicate")).isEqualTo("false");
    assertThat(answer.at("/status")).isEqualTo("running");
    assertThat(((ExecuteIntegrationRun) runs.last()).input())
        .isEqualTo("{\"id\": \"o-1\",\"n\":1.10}");

    Answer shown = api.get(PATH + "/" + answer.at("/runId"));
    assertThat(shown.text()).contains("\"input\":{\"id\": \"o-1\",\"n\":1.10}");
    assertThat(shown.at("/operation")).isEqualTo("CreateOrder");
    assertThat(api.get(PATH + "?connectionId=conn-1").text()).contains(answer.at("/runId"));
  }

  @Test
  void takesARunWithoutInput() {
    Answer answer = api.post(PATH, "{\"connectionId\":\"conn-1\",\"operation\":\"ListOrders\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(((ExecuteIntegrationRun) runs.last()).input()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({"ApprovedCreate, waitingForApproval", "DeferredCreate, deferred"})
  void saysThatARunDoesNotStartYet(String operation, String status) {
    Answer answer = api.post(PATH, WANTED.formatted(operation, ""));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("/status")).isEqualTo(status);
  }

  @Test
  void takesTheSameKeyForTheSameRun() {
    String body = WANTED.formatted("ApprovedCreate", ",\"idempotencyKey\":\"k-1\"");
    Answer first = api.post(PATH, body);
    Answer second = api.post(PATH, body);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.at("/runId")).isEqualTo(first.at("/runId"));
    assertThat(second.at("/duplicate")).isEqualTo("true");
    assertThat(second.at("/status")).isEqualTo("waitingForApproval");
  }

  @Test
  void keepsARunThatMustNotBeMade() {
    String body = WANTED.formatted("ForbiddenCreate", ",\"idempotencyKey\":\"k-2\"");
    for (int round = 0; round < 2; round++) {
      Answer answer = api.post(PATH, body);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.isProblem()).isTrue();
      assertThat(answer.at("/detail")).isEqualTo("the connection does not allow ForbiddenCreate");
      assertThat(api.get(PATH + "/" + answer.at("/runId")).at("/status")).isEqualTo("refused");
    }
  }

  @Test
  void showsWhatWouldBeSent() {
    Answer answer = api.post(PATH + "/dry-run", WANTED.formatted("CreateOrder", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/admission")).isEqualTo("granted");
    assertThat(answer.at("/method")).isEqualTo("POST");
    assertThat(answer.at("/headers/authorization")).isEqualTo("***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"operation":"A"}                                                 | connectionId
          {"connectionId":"prov-1","operation":"A"}                         | connectionId
          {"connectionId":7,"operation":"A"}                                | connectionId
          {"connectionId":"conn-1"}                                         | operation
          {"connectionId":"conn-1","operation":"$where x"}                  | operation
          {"connectionId":"conn-1","operation":{"$ne":1}}                   | operation
          {"connectionId":"conn-1","operation":"A","input":[]}              | input
          {"connectionId":"conn-1","operation":"A","input":"{}"}            | input
          {"connectionId":"conn-1","operation":"A","idempotencyKey":""}     | idempotencyKey
          {"connectionId":"conn-1","operation":"A","idempotencyKey":1}      | idempotencyKey
          {"connectionId":"conn-1","operation":"A","projectId":""}          | projectId
          {"connectionId":"conn-1","operation":"A","nope":{"a":[1,{}]}}     | nope
          """)
  void namesWhatIsWrong(String body, String field) {
    for (String path : new String[] {PATH, PATH + "/dry-run"}) {
      Answer answer = api.post(path, body);
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"connectionId\":\"conn-1\",\"operation\":\"A\",\"input\":{\"a\":1,\"a\":2}}",
        "{\"connectionId\":\"conn-1\",\"operation\":\"A\",\"input\":{\"a\":NaN}}",
        "{\"connectionId\":\"conn-1\",\"operation\":\"A\",\"input\":{\"a\":1e999}}",
        "{\"connectionId\":\"conn-1\",\"operation\":\"A\",\"input\":{\"a\":\"\\ud800\"}}",
        "{\"connectionId\":\"conn-1\",\"operation\":\"A\"}{}"
      })
  void refusesWhatCannotBeRead(String body) {
    assertThat(api.post(PATH, body).status()).isEqualTo(400);
  }

  @Test
  void refusesInputOfMoreThanAMebibyte() {
    String input = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";
    String body = "{\"connectionId\":\"conn-1\",\"operation\":\"A\",\"input\":" + input + "}";
    assertThat(api.post(PATH, body).status()).isEqualTo(413);
  }

  @Test
  void knowsNoConnectionThatIsNotThere() {
    String body = "{\"connectionId\":\"" + MemoryRuns.UNKNOWN + "\",\"operation\":\"A\"}";
    assertThat(api.post(PATH, body).status()).isEqualTo(404);
  }

  @Test
  void listsTheRunsOfOneConnection() {
    assertThat(api.get(PATH).at("/errors/0/field")).isEqualTo("connectionId");
    assertThat(api.get(PATH + "?connectionId=conn-1&limit=0").at("/errors/0/field"))
        .isEqualTo("limit");
    for (String none : new String[] {"conn-none", "nonsense"}) {
      assertThat(api.get(PATH + "?connectionId=" + none).text())
          .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }
  }

  @Test
  void needsTheScope() {
    String[] reader = api.keyOf("default", "[\"integrations.read\"]");
    assertThat(api.get(PATH + "?connectionId=conn-1", reader).status()).isEqualTo(200);
    assertThat(api.post(PATH, WANTED.formatted("A", ""), reader).status()).isEqualTo(403);
    assertThat(api.post(PATH + "/dry-run", WANTED.formatted("A", ""), reader).status())
        .isEqualTo(403);
  }
}
