package factory.integration.saga.run;

import static factory.integration.saga.run.RunFixture.CONNECTION;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.RUN;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.plan;
import static factory.integration.saga.run.RunFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.ConnectionFixture;
import factory.integration.saga.delivery.CallReport;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCallTests {

  private static final CallReport RETIRED =
      new CallReport.RunEnded(RunCancellation.CONNECTION_RETIRED);

  private final RunDesk desk = new RunDesk();

  @Test
  void makesAttemptsOfRunsAlone() {
    RunCall call = desk.call();
    assertThat(call.makes(RUN)).isTrue();
    assertThat(call.makes(DeliveryId.of("01jxd3v9k2"))).isFalse();
  }

  @Test
  void callsTheProvider() {
    desk.connect(settings(Governance.OPEN, null), createOrder());
    assertThat(make()).isInstanceOf(CallReport.RunAttempted.class);
    assertThat(desk.requests).hasSize(1);
  }

  @Test
  void endsRunsOfARetiredConnection() {
    desk.connect(settings(Governance.OPEN, null), createOrder()).retire();
    assertThat(make()).isEqualTo(RETIRED);
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void endsRunsOfAConnectionThatTheTenantDoesNotHave() {
    assertThat(make()).isEqualTo(RETIRED);
  }

  @Test
  void asksForADecisionWhenTheCallMayHaveBeenMadeBeforeTheRetirement() {
    desk.connect(settings(Governance.OPEN, null), createOrder()).retire();
    desk.refusal = Reason.ATTEMPT_MAY_HAVE_BEEN_MADE;
    assertThat(outcome(make())).isInstanceOf(RunOutcome.Unknown.class);
  }

  @Test
  void waitsInQuietHours() {
    QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
    Governance quiet = new Governance(List.of(), List.of(), Map.of(), lunch, null);
    desk.connect(settings(quiet, null), createOrder());
    assertThat(make()).isEqualTo(new CallReport.PutOff());
    assertThat(desk.requests).isEmpty();

    desk.clock.advance(Duration.ofHours(1));
    assertThat(make()).isInstanceOf(CallReport.RunAttempted.class);
  }

  @Test
  void makesNoForbiddenOperation() {
    Governance other = new Governance(List.of("GetContact"), List.of(), Map.of(), null, null);
    desk.connect(settings(other, null), createOrder());
    assertThat(outcome(make()))
        .isEqualTo(
            new RunOutcome.Fatal(
                FailureCategory.FORBIDDEN, "the connection does not allow CreateOrder any more"));
    assertThat(desk.requests).isEmpty();
  }

  @Test
  void makesNoOperationThatTheClientDoesNotHave() {
    desk.connect(settings(Governance.OPEN, null));
    assertThat(outcome(make())).isInstanceOf(RunOutcome.Fatal.class);
  }

  @Test
  void givesItsPlaceBackWhenThePaceWouldHoldItForLong() {
    Governance slow = new Governance(List.of(), List.of(), Map.of(), null, 1);
    desk.connect(settings(slow, null), createOrder());
    assertThat(make()).isInstanceOf(CallReport.RunAttempted.class);
    assertThat(make()).isInstanceOf(CallReport.RunAttempted.class);
    assertThat(make()).as("two seconds from now").isEqualTo(new CallReport.PutOff());
    assertThat(desk.requests).hasSize(2);
  }

  @Test
  void countsEveryLimit() {
    Governance governance = new Governance(List.of(), List.of(), Map.of(), null, 5);
    desk.connect(settings(governance, null), 3, createOrder());
    RunTarget target = desk.targets.of(ConnectionFixture.ACME, settings(governance, null));
    assertThat(target.limits(CONNECTION))
        .containsExactly(
            new RunPace.Limit(CONNECTION.value(), 5),
            new RunPace.Limit(ConnectionFixture.PROVIDER.value(), 3));
  }

  private CallReport make() {
    desk.inputs.remember(RUN, INPUT);
    return desk.make(plan(Ordering.NONE, "CreateOrder", null));
  }

  private static RunOutcome outcome(CallReport report) {
    return ((CallReport.RunAttempted) report).outcome();
  }
}
