package factory.integration.saga.run;

import static factory.integration.saga.run.RunFixture.ASKER;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.RUN;
import static factory.integration.saga.run.RunFixture.plan;
import static factory.integration.saga.run.RunFixture.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.subscription.Ordering;
import org.junit.jupiter.api.Test;

class RunInputsTests {

  private final RunDesk desk = new RunDesk();

  @Test
  void findsWithoutAReadWhatItRemembers() {
    desk.inputs.remember(RUN, INPUT);
    assertThat(desk.inputs.find(RUN)).contains(INPUT);
    desk.inputs.forget(RUN);
    assertThatThrownBy(() -> desk.inputs.find(RUN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(RUN.value());
  }

  @Test
  void readsWhatARunStartedWith() {
    desk.append(RUN.value(), started(RUN, Ordering.NONE));
    assertThat(desk.inputs.find(RUN)).contains(INPUT);
  }

  @Test
  void readsWhatAHeldRunWasAskedForWith() {
    desk.append(
        RUN.value(), new IntegrationRunHeld(RUN, plan(), INPUT, RunHold.APPROVAL, ASKER, null));
    desk.append(RUN.value(), new IntegrationRunStarted(RUN, plan(), INPUT, ASKER));
    assertThat(desk.inputs.find(RUN)).contains(INPUT);
  }

  @Test
  void knowsThatAnInputIsMadeOfAnEvent() {
    desk.inputs.remember(RUN, null);
    assertThat(desk.inputs.find(RUN)).isEmpty();
  }

  @Test
  void keepsNothingLongInMemory() {
    String input = "\"" + "a".repeat(16_384) + "\"";
    desk.append(RUN.value(), new IntegrationRunStarted(RUN, plan(), input, ASKER));
    desk.inputs.remember(RUN, "\"" + "b".repeat(16_384) + "\"");
    assertThat(desk.inputs.find(RUN)).contains(input);
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    desk.append(RUN.value(), started(RUN, Ordering.NONE));
    desk.inputs.remember(RUN, "\"in memory\"");
    for (int i = 0; i < 2_000; i++) {
      desk.inputs.remember(RunId.of("01jxd3v9k" + i), INPUT);
    }
    assertThat(desk.inputs.find(RUN)).as("read anew").contains(INPUT);
  }
}
