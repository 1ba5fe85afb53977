package factory.integration.saga.rotation;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.rotation.RotationFixture.FIRST;
import static factory.integration.saga.rotation.RotationFixture.ID;
import static factory.integration.saga.rotation.RotationFixture.failed;
import static factory.integration.saga.rotation.RotationFixture.rotated;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.credential.RotationWindow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialScheduleSagaTests {

  private static final Duration DAY = Duration.ofDays(1);
  private static final long DAILY = 86_400;

  private final SagaFlow flow = new SagaFlow(RotateCredential.class);

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void rotatesInTime() {
    flow.give(registered(DAILY, null));
    flow.advance(DAY.minusNanos(1));
    assertThat(flow.commands()).isEmpty();
    flow.advance(Duration.ofNanos(1));
    assertThat(flow.commands()).containsExactly(rotate(1));
  }

  @Test
  void livesOnlyWhereThereIsASchedule() {
    flow.give(registered(null, null));
    assertThat(flow.scheduled(CredentialScheduleSaga.ROTATION_DUE)).isEmpty();
    assertThat(flow.living()).isZero();
  }

  @Test
  void countsFromTheLatestRotation() {
    flow.give(registered(DAILY, null));
    flow.advance(Duration.ofHours(12));
    flow.give(rotated(2, NOON.plus(DAY)));
    assertThat(flow.scheduled(CredentialScheduleSaga.ROTATION_DUE))
        .containsExactly(NOON.plus(Duration.ofHours(36)));
    flow.advance(DAY);
    assertThat(flow.commands()).containsExactly(rotate(2));
  }

  @Test
  void waitsForItsWindow() {
    flow.give(registered(DAILY, new RotationWindow("22:00", "04:00", "UTC")));
    assertThat(flow.scheduled(CredentialScheduleSaga.ROTATION_DUE))
        .containsExactly(Instant.parse("2026-06-12T22:00:00Z"));
  }

  @Test
  void comesAgainAfterARotationThatWasGivenUp() {
    flow.give(registered(DAILY, null));
    flow.advance(DAY);
    flow.give(failed(2, 1, NOON.plus(DAY).plusSeconds(60)));
    assertThat(flow.scheduled(CredentialScheduleSaga.ROTATION_DUE)).isEmpty();
    flow.give(failed(2, 4, null));
    flow.advance(DAY);
    assertThat(flow.commands()).containsExactly(rotate(1), rotate(1));
  }

  private static RotateCredential rotate(int replaces) {
    return new RotateCredential(ID, replaces, RotationTrigger.SCHEDULED, null);
  }

  private static IntegrationCredentialRegistered registered(
      @Nullable Long every, @Nullable RotationWindow window) {
    return new IntegrationCredentialRegistered(
        ID,
        new CredentialSettings(
            "ERP", new CredentialScheme.Bearer(), new RotationMethod.Generated(), every, window, 0),
        FIRST);
  }
}
