package factory.integration.command.credential;

import static factory.integration.command.credential.CredentialFixture.FIRST;
import static factory.integration.command.credential.CredentialFixture.ID;
import static factory.integration.command.credential.CredentialFixture.LATER;
import static factory.integration.command.credential.CredentialFixture.SUPPLIED;
import static factory.integration.command.credential.CredentialFixture.candidate;
import static factory.integration.command.credential.CredentialFixture.failed;
import static factory.integration.command.credential.CredentialFixture.passed;
import static factory.integration.command.credential.CredentialFixture.refused;
import static factory.integration.command.credential.CredentialFixture.registered;
import static factory.integration.command.credential.CredentialFixture.rotate;
import static factory.integration.command.credential.CredentialFixture.rotated;
import static factory.integration.command.credential.CredentialFixture.settings;
import static factory.integration.command.credential.CredentialFixture.started;
import static factory.integration.command.credential.CredentialFixture.startedWithSupplied;
import static factory.integration.command.credential.CredentialFixture.supply;

import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.RecordRefreshToken;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.credential.RegisterIntegrationCredential;
import factory.integration.api.credential.ResumeCredentialRotation;
import factory.integration.api.credential.RetireCredentialVersion;
import factory.integration.api.credential.RetryCredentialRotation;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationCredentialTests {

  private static final RotationMethod GENERATED = new RotationMethod.Generated();

  private final FixtureConfiguration<IntegrationCredential> fixture =
      new AggregateTestFixture<>(IntegrationCredential.class);

  @Nested
  class RegisterIntegrationCredentialTests {

    private final RegisterIntegrationCredential register =
        new RegisterIntegrationCredential(ID, settings(GENERATED), FIRST);

    @Test
    void putsTheFirstVersionToUse() {
      fixture.givenNoPriorActivity().when(register).expectEvents(registered());
    }

    @Test
    void refusesAnIdThatIsTaken() {
      fixture
          .given(registered())
          .when(register)
          .expectNoEvents()
          .expectException(RuntimeException.class);
    }
  }

  @Nested
  class RotateCredentialTests {

    @Test
    void beginsWithACandidateOfItsOwn() {
      fixture
          .given(registered())
          .when(rotate(1))
          .expectEvents(started(2, 1))
          .expectResultMessagePayload(1L);
    }

    @Test
    void takesASuppliedSecret() {
      fixture
          .given(registered(new RotationMethod.Supplied()))
          .when(supply(1))
          .expectEvents(startedWithSupplied(2, 1));
    }

    @Test
    void refusesToMakeAVersionThatMustBeSupplied() {
      expectRefusal(
          fixture.given(registered(new RotationMethod.Supplied())).when(rotate(1)),
          Reason.CREDENTIAL_VERSION_MISSING);
    }

    @Test
    void refusesASecondRotationWhileOneIsChecked() {
      expectRefusal(
          fixture.given(registered(), started(2, 1)).when(rotate(1)),
          Reason.CREDENTIAL_ROTATION_RUNNING);
    }

    @Test
    void refusesToReplaceAVersionThatWasReplaced() {
      expectRefusal(
          fixture
              .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST))
              .when(supply(1)),
          Reason.CREDENTIAL_CHANGED_MEANWHILE);
    }

    @Test
    void takesThePlaceOfARotationThatWaits() {
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER))
          .when(rotate(1))
          .expectEvents(gaveUp(null), started(3, 1));
    }

    @Test
    void forgetsTheSuppliedSecretOfARotationThatWaited() {
      fixture
          .given(registered(), startedWithSupplied(2, 1), failed(2, 1, null, LATER))
          .when(rotate(1))
          .expectEvents(gaveUp(SUPPLIED), started(3, 1));
    }

    @Test
    void changesNothingWhenTheSameSecretComesAgain() {
      fixture.given(registered(), startedWithSupplied(2, 1)).when(supply(1)).expectNoEvents();
      fixture
          .given(registered(), startedWithSupplied(2, 1), rotated(2, SUPPLIED, FIRST))
          .when(supply(1))
          .expectNoEvents();
    }

    @Test
    void leavesARotationOnItsWayToTheSchedule() {
      RotateCredential scheduled = new RotateCredential(ID, 1, RotationTrigger.SCHEDULED, null);
      fixture.given(registered(), started(2, 1)).when(scheduled).expectNoEvents();
      fixture
          .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST))
          .when(scheduled)
          .expectNoEvents();
    }

    private CredentialRotationFailed gaveUp(@Nullable SecretRef forgotten) {
      return new CredentialRotationFailed(
          ID, 2, 1, forgotten, "another rotation was asked for", null);
    }
  }

  @Nested
  class RetryCredentialRotationTests {

    private final RetryCredentialRotation retry = new RetryCredentialRotation(ID, 2, 2);

    @Test
    void makesTheNextAttemptWithAnotherCandidate() {
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER))
          .when(retry)
          .expectEvents(started(2, 2));
    }

    @Test
    void takesASuppliedSecretAgain() {
      fixture
          .given(registered(), startedWithSupplied(2, 1), failed(2, 1, null, LATER))
          .when(retry)
          .expectEvents(startedWithSupplied(2, 2));
    }

    @Test
    void doesNothingForARotationThatDoesNotWait() {
      fixture.given(registered(), started(2, 1)).when(retry).expectNoEvents();
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), null))
          .when(retry)
          .expectNoEvents();
    }

    @Test
    void makesNoAttemptTwice() {
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER), started(2, 2))
          .when(retry)
          .expectNoEvents();
    }
  }

  @Nested
  class ResumeCredentialRotationTests {

    private final ResumeCredentialRotation resume = new ResumeCredentialRotation(ID, 2, 1);

    @Test
    void goesOnWithTheSameCandidate() {
      fixture
          .given(registered(), started(2, 1))
          .when(resume)
          .expectEvents(new CredentialRotationResumed(ID, 2, 1, candidate(2, 1), false));
    }

    @Test
    void doesNothingOnceTheAttemptHasEnded() {
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER))
          .when(resume)
          .expectNoEvents();
      fixture
          .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST))
          .when(resume)
          .expectNoEvents();
    }
  }

  @Nested
  class RecordCredentialCheckTests {

    @Test
    void cutsOverToAVersionThatPassed() {
      fixture
          .given(registered(), started(2, 1))
          .when(passed(2, 1))
          .expectEvents(rotated(2, candidate(2, 1), FIRST));
    }

    @Test
    void retiresAVersionThatStillOverlaps() {
      fixture
          .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST), started(3, 1))
          .when(passed(3, 1))
          .expectEvents(
              new CredentialVersionRetired(ID, 1, FIRST),
              rotated(3, candidate(3, 1), candidate(2, 1)));
    }

    @Test
    void keepsTheVersionInUseWhenTheNewOneIsRefused() {
      fixture
          .given(registered(), started(2, 1))
          .when(refused(2, 1, LATER))
          .expectEvents(failed(2, 1, candidate(2, 1), LATER), integrationFailed(1, LATER));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
      fixture
          .given(registered(), startedWithSupplied(2, 1))
          .when(refused(2, 1, null))
          .expectEvents(failed(2, 1, SUPPLIED, null), integrationFailed(1, null));
    }

    @Test
    void refusesTheOutcomeOfAnAttemptThatIsNotCurrent() {
      expectRefusal(
          fixture.given(registered(), started(2, 1)).when(passed(2, 2)),
          Reason.ATTEMPT_NOT_CURRENT);
      expectRefusal(
          fixture
              .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER))
              .when(passed(2, 1)),
          Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST))
          .when(passed(2, 1))
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
      fixture
          .given(registered(), started(2, 1), failed(2, 1, candidate(2, 1), LATER))
          .when(refused(2, 1, LATER))
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
    }

    private IntegrationFailed integrationFailed(int attempt, @Nullable Instant next) {
      return IntegrationFailed.ofRotation(
          FailureId.of(
              UniqueIds.derivedBeside(ID.uniquePart(), ID.value(), "2", Integer.toString(attempt))),
          attempt,
          FailureCategory.AUTHENTICATION,
          FailureReason.CREDENTIAL_REFUSED,
          "refused",
          new IntegrationFailed.FailedRotation(ID, 2, next));
    }
  }

  @Nested
  class RecordRefreshTokenTests {

    @Test
    void replacesTheTokenOfTheVersionInUse() {
      fixture
          .given(registered())
          .when(new RecordRefreshToken(ID, 1, FIRST.next()))
          .expectEvents(new RefreshTokenReplaced(ID, 1, FIRST.next(), FIRST));
    }

    @Test
    void replacesTheTokenOfACandidate() {
      CredentialRotationStarted started = started(2, 1);
      fixture
          .given(
              registered(),
              started,
              new RefreshTokenReplaced(ID, 2, candidate(2, 1).next(), candidate(2, 1)))
          .when(passed(2, 1))
          .expectEvents(rotated(2, candidate(2, 1).next(), FIRST));
    }

    @Test
    void refusesNothingAndChangesNothingForAVersionThatIsGone() {
      fixture
          .given(
              registered(),
              started(2, 1),
              rotated(2, candidate(2, 1), FIRST),
              new CredentialVersionRetired(ID, 1, FIRST))
          .when(new RecordRefreshToken(ID, 1, FIRST.next()))
          .expectNoEvents();
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(registered(), new RefreshTokenReplaced(ID, 1, FIRST.next(), FIRST))
          .when(new RecordRefreshToken(ID, 1, FIRST.next()))
          .expectNoEvents();
    }
  }

  @Nested
  class RetireCredentialVersionTests {

    private final RetireCredentialVersion retire = new RetireCredentialVersion(ID, 1);

    @Test
    void endsTheOverlap() {
      fixture
          .given(registered(), started(2, 1), rotated(2, candidate(2, 1), FIRST))
          .when(retire)
          .expectEvents(new CredentialVersionRetired(ID, 1, FIRST));
    }

    @Test
    void neverRetiresTheVersionInUse() {
      fixture.given(registered()).when(retire).expectNoEvents();
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(
              registered(),
              started(2, 1),
              rotated(2, candidate(2, 1), FIRST),
              new CredentialVersionRetired(ID, 1, FIRST))
          .when(retire)
          .expectNoEvents();
    }
  }

  private static void expectRefusal(ResultValidator<IntegrationCredential> result, Reason reason) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(reason.detail());
  }
}
