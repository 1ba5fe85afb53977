package factory.integration.saga.rotation;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.rotation.RotationFixture.ID;
import static factory.integration.saga.rotation.RotationFixture.failed;
import static factory.integration.saga.rotation.RotationFixture.resumed;
import static factory.integration.saga.rotation.RotationFixture.rotated;
import static factory.integration.saga.rotation.RotationFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.ResumeCredentialRotation;
import factory.integration.api.credential.RetireCredentialVersion;
import factory.integration.api.credential.RetryCredentialRotation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialRotationSagaTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Instant IN_A_MINUTE = NOON.plus(MINUTE);
  private static final Duration NANO = Duration.ofNanos(1);

  private final SagaFlow flow =
      new SagaFlow(
          ResumeCredentialRotation.class,
          RetryCredentialRotation.class,
          RetireCredentialVersion.class);

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void asksForAnAttemptAgainOfWhichNothingIsHeard() {
    flow.give(started(2, 1));
    flow.advance(MINUTE.multipliedBy(2).minus(NANO));
    assertThat(flow.commands()).isEmpty();
    flow.advance(NANO);
    assertThat(flow.commands()).containsExactly(new ResumeCredentialRotation(ID, 2, 1));
  }

  @Test
  void asksAgainUntilSomethingIsHeard() {
    flow.give(started(2, 1));
    flow.advance(MINUTE.multipliedBy(2));
    flow.give(resumed(2, 1));
    flow.advance(MINUTE.multipliedBy(2));
    assertThat(flow.commands())
        .containsExactly(
            new ResumeCredentialRotation(ID, 2, 1), new ResumeCredentialRotation(ID, 2, 1));
  }

  @Test
  void asksForTheNextAttemptWhenItIsDue() {
    flow.give(started(2, 1));
    flow.give(failed(2, 1, IN_A_MINUTE));
    assertThat(flow.scheduled(CredentialRotationSaga.STEP_DUE)).containsExactly(IN_A_MINUTE);
    flow.advance(MINUTE);
    assertThat(flow.commands()).containsExactly(new RetryCredentialRotation(ID, 2, 2));
    assertThat(flow.living()).as("the saga has ended").isZero();
  }

  @Test
  void waitsForNothingAfterTheLastAttempt() {
    flow.give(started(2, 4));
    flow.give(failed(2, 4, null));
    assertThat(flow.scheduled(CredentialRotationSaga.STEP_DUE)).isEmpty();
    assertThat(flow.living()).isZero();
  }

  @Test
  void retiresTheVersionBeforeWhenTheOverlapEnds() {
    flow.give(started(2, 1));
    flow.give(rotated(2, IN_A_MINUTE));
    assertThat(flow.scheduled(CredentialRotationSaga.STEP_DUE)).containsExactly(IN_A_MINUTE);
    flow.advance(MINUTE.minus(NANO));
    assertThat(flow.commands()).isEmpty();
    flow.advance(NANO);
    assertThat(flow.commands()).containsExactly(new RetireCredentialVersion(ID, 1));
    assertThat(flow.living()).isZero();
  }

  @Test
  void keepsTheNextRotationApartFromAnOverlap() {
    flow.give(started(2, 1));
    flow.give(rotated(2, NOON.plus(Duration.ofHours(1))));
    flow.give(started(3, 1));
    flow.give(failed(3, 1, null));
    flow.advance(Duration.ofHours(1));
    assertThat(flow.commands()).containsExactly(new RetireCredentialVersion(ID, 1));
  }

  /** An event comes again when its batch was not committed; its deadline may be there already. */
  @Test
  void schedulesOnceForAnEventThatComesTwice() {
    flow.give(failed(2, 1, IN_A_MINUTE));
    flow.give(failed(2, 1, IN_A_MINUTE));
    assertThat(flow.scheduled(CredentialRotationSaga.STEP_DUE)).containsExactly(IN_A_MINUTE);
  }
}
