package factory.integration.saga.run;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.Governance;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.run.Admission;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunRulesTests {

  private static final QuietHours LUNCH =
      new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
  private static final String NEEDS_CUSTOMER = "{\"required\":[\"customer\"]}";

  private final RunRules rules = new RunDesk().rules;

  @Test
  void grantsWhatNothingForbids() {
    assertThat(judge(Governance.OPEN, INPUT)).isEqualTo(new Admission.Granted());
    assertThat(judge(Governance.OPEN, null)).isEqualTo(new Admission.Granted());
  }

  @Test
  void refusesAnOperationThatIsNotAllowed() {
    assertThat(judge(new Governance(List.of("A", "B"), List.of(), Map.of(), null, null), INPUT))
        .isEqualTo(new Admission.Refused("the connection does not allow CreateOrder, but A, B"));
  }

  @Test
  void refusesAnInputThatDoesNotFitTheClientsSchema() {
    assertThat(judge(Governance.OPEN, "[]"))
        .isInstanceOfSatisfying(
            Admission.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("the input does not fit: "));
  }

  @Test
  void refusesAnInputThatDoesNotFitTheConnectionsSchema() {
    assertThat(judge(withSchema(), INPUT))
        .isInstanceOfSatisfying(
            Admission.Refused.class, refused -> assertThat(refused.reason()).contains("customer"));
    assertThat(judge(withSchema(), "{\"customer\":1}")).isEqualTo(new Admission.Granted());
    assertThat(judge(withSchema(), null)).as("not known yet").isEqualTo(new Admission.Granted());
  }

  @Test
  void asksASecondPersonAlsoInQuietHours() {
    Governance governance =
        new Governance(List.of(), List.of("CreateOrder"), Map.of(), LUNCH, null);
    assertThat(judge(governance, INPUT)).isEqualTo(new Admission.NeedsApproval());
  }

  @Test
  void putsOffInQuietHours() {
    Governance governance = new Governance(List.of(), List.of(), Map.of(), LUNCH, null);
    assertThat(judge(governance, INPUT))
        .isEqualTo(new Admission.Deferred(NOON.plus(Duration.ofHours(1))));
    assertThat(RunRules.quietUntil(governance, NOON.minusNanos(1))).isNull();
    assertThat(RunRules.quietUntil(Governance.OPEN, NOON)).isNull();
  }

  private Admission judge(Governance governance, @Nullable String input) {
    return rules.judge(settings(governance, null), createOrder(), input, NOON);
  }

  private static Governance withSchema() {
    return new Governance(List.of(), List.of(), Map.of("CreateOrder", NEEDS_CUSTOMER), null, null);
  }
}
