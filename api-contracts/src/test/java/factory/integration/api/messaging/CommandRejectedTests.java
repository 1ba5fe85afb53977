package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CommandRejectedTests {

  @Test
  void refusesWithTheReasonUnlessTheConditionHolds() {
    assertThatExceptionOfType(CommandRejected.class)
        .isThrownBy(() -> CommandRejected.unless(false, Reason.EVENT_NOT_FOUND))
        .withMessage("no such event")
        .matches(rejected -> rejected.reason() == Reason.EVENT_NOT_FOUND)
        .matches(rejected -> rejected.reason().kind() == Reason.Kind.NOT_FOUND);
  }

  @Test
  void letsPassWhenTheConditionHolds() {
    assertThatCode(() -> CommandRejected.unless(true, Reason.EVENT_NOT_FOUND))
        .doesNotThrowAnyException();
  }
}
