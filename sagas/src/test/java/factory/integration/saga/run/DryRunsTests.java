package factory.integration.saga.run;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.CREDENTIAL;
import static factory.integration.saga.run.RunFixture.CONNECTION;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.operation;
import static factory.integration.saga.run.RunFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.run.DryRun;
import factory.integration.api.run.RunRequest;
import factory.integration.saga.credential.CredentialUnavailable;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DryRunsTests {

  private final RunDesk desk = new RunDesk();

  @AfterEach
  void nothingIsSent() {
    assertThat(desk.requests).isEmpty();
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void showsTheRequestWithoutSecrets() {
    desk.connect(settings(Governance.OPEN, CREDENTIAL), createOrder());
    DryRun shown =
        dryRun("{\"number\":\"4711\",\"password\":\"hunter2\",\"note\":\"" + RunDesk.TOKEN + "\"}");

    assertThat(shown.admission()).isEqualTo("granted");
    assertThat(shown.problems()).isEmpty();
    assertThat(shown.method()).isEqualTo("POST");
    assertThat(shown.url()).isEqualTo("https://erp.example.com/api/orders");
    assertThat(shown.headers()).containsEntry("x-caller", "***").doesNotContainKey("traceparent");
    assertThat(shown.body()).contains("4711").contains("***");
    assertThat(shown.toString()).doesNotContain(RunDesk.TOKEN).doesNotContain("hunter2");
  }

  @Test
  void saysWhatTheRulesSay() {
    desk.connect(
        settings(new Governance(List.of(), List.of("CreateOrder"), Map.of(), null, null), null),
        createOrder());
    assertThat(dryRun("{}").admission()).isEqualTo("needsApproval");
  }

  @Test
  void saysThatQuietHoursPutItOff() {
    QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
    desk.connect(
        settings(new Governance(List.of(), List.of(), Map.of(), lunch, null), null), createOrder());
    assertThat(dryRun("{}").admission()).isEqualTo("deferred");
  }

  @Test
  void saysWhatIsRefusedAndShowsTheRequestNevertheless() {
    desk.connect(
        settings(new Governance(List.of("A"), List.of(), Map.of(), null, null), null),
        createOrder());
    DryRun shown = dryRun("{}");
    assertThat(shown.admission()).isEqualTo("refused");
    assertThat(shown.problems())
        .containsExactly("the connection does not allow CreateOrder, but A");
    assertThat(shown.url()).isNotNull();
  }

  @Test
  void saysThatTheMappingFails() {
    desk.connect(
        settings(Governance.OPEN, null),
        operation("CreateOrder", "POST", "/orders", "$error('no such thing')", null));
    DryRun shown = dryRun("{}");
    assertThat(shown.problems()).singleElement().asString().contains("no such thing");
    assertThat(shown.url()).isNull();
    assertThat(shown.headers()).isEmpty();
  }

  @Test
  void saysThatNobodyCanCall() {
    desk.connect(settings(Governance.OPEN, CREDENTIAL), createOrder());
    desk.unavailable = new CredentialUnavailable(true, "the token endpoint is away");
    assertThat(dryRun("{}").problems()).containsExactly("the token endpoint is away");
  }

  private DryRun dryRun(String input) {
    return desk.planned().dryRun(ACME, new RunRequest(CONNECTION, "CreateOrder", input, null));
  }
}
