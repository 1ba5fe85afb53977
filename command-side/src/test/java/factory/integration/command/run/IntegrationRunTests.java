package factory.integration.command.run;

import static factory.integration.command.run.RunFixture.ASKER;
import static factory.integration.command.run.RunFixture.INPUT;
import static factory.integration.command.run.RunFixture.NOON;
import static factory.integration.command.run.RunFixture.RUN;
import static factory.integration.command.run.RunFixture.completed;
import static factory.integration.command.run.RunFixture.execute;
import static factory.integration.command.run.RunFixture.failed;
import static factory.integration.command.run.RunFixture.gaveUp;
import static factory.integration.command.run.RunFixture.held;
import static factory.integration.command.run.RunFixture.outcome;
import static factory.integration.command.run.RunFixture.plan;
import static factory.integration.command.run.RunFixture.retried;
import static factory.integration.command.run.RunFixture.retryable;
import static factory.integration.command.run.RunFixture.started;
import static factory.integration.command.run.RunFixture.unknown;

import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ApproveIntegrationRun;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.ChangeRunResubmission;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.ResolveIntegrationRun;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntegrationRunTests {

  private static final Map<String, String> ASKED_BY = Map.of(ContextKeys.ACTOR, ASKER);
  private static final Map<String, String> SECOND_PERSON = Map.of(ContextKeys.ACTOR, "key-second");
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private final FixtureConfiguration<IntegrationRun> fixture =
      new AggregateTestFixture<>(IntegrationRun.class);

  @Nested
  class ExecuteIntegrationRunTests {

    @Test
    void starts() {
      fixture
          .givenNoPriorActivity()
          .when(execute(new Admission.Granted()), ASKED_BY)
          .expectEvents(started())
          .expectResultMessagePayload(false);
    }

    @Test
    void waitsForASecondPerson() {
      fixture
          .givenNoPriorActivity()
          .when(execute(new Admission.NeedsApproval()), ASKED_BY)
          .expectEvents(held(RunHold.APPROVAL, null));
    }

    @Test
    void waitsForTheEndOfQuietHours() {
      fixture
          .givenNoPriorActivity()
          .when(execute(new Admission.Deferred(LATER)), ASKED_BY)
          .expectEvents(held(RunHold.QUIET_HOURS, LATER));
    }

    @Test
    void keepsWhoWasRefusedWhat() {
      fixture
          .givenNoPriorActivity()
          .when(execute(new Admission.Refused("it is not allowed")), ASKED_BY)
          .expectEvents(new IntegrationRunRefused(RUN, plan(), INPUT, ASKER, "it is not allowed"));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(started())
          .when(execute(new Admission.Granted()), ASKED_BY)
          .expectNoEvents()
          .expectResultMessagePayload(true);
    }

    @Test
    void refusesOtherInputUnderTheSameKey() {
      ExecuteIntegrationRun other =
          new ExecuteIntegrationRun(RUN, plan(), "{}", new Admission.Granted());
      refused(fixture.given(started()).when(other), Reason.IDEMPOTENCY_KEY_REUSED);
    }
  }

  @Nested
  class ApproveIntegrationRunTests {

    @Test
    void letsTheRunStart() {
      fixture
          .given(held(RunHold.APPROVAL, null))
          .when(approve(null), SECOND_PERSON)
          .expectEvents(new IntegrationRunApproved(RUN, "key-second", "wanted", null), started());
    }

    @Test
    void letsTheRunStartAfterQuietHours() {
      fixture
          .given(held(RunHold.APPROVAL, null))
          .when(approve(LATER), SECOND_PERSON)
          .expectEvents(new IntegrationRunApproved(RUN, "key-second", "wanted", LATER));
    }

    @Test
    void isNotForWhoeverAsked() {
      refused(
          fixture.given(held(RunHold.APPROVAL, null)).when(approve(null), ASKED_BY),
          Reason.RUN_APPROVED_BY_REQUESTER);
    }

    @Test
    void isRefusedTheSecondTime() {
      refused(
          fixture
              .given(
                  held(RunHold.APPROVAL, null),
                  new IntegrationRunApproved(RUN, "key-second", "wanted", null),
                  started())
              .when(approve(null), SECOND_PERSON),
          Reason.RUN_NOT_WAITING_FOR_APPROVAL);
    }

    private ApproveIntegrationRun approve(@Nullable Instant startAt) {
      return new ApproveIntegrationRun(RUN, "wanted", startAt);
    }
  }

  @Nested
  class BeginRunAttemptTests {

    @Test
    void notesThatTheCallMayBeMade() {
      fixture
          .given(started())
          .when(new BeginRunAttempt(RUN, 1))
          .expectEvents(new IntegrationRunAttemptBegan(RUN, 1));
    }

    @Test
    void isRefusedWhenTheCallMayHaveBeenMade() {
      refused(
          fixture
              .given(started(), new IntegrationRunAttemptBegan(RUN, 1))
              .when(new BeginRunAttempt(RUN, 1)),
          Reason.ATTEMPT_MAY_HAVE_BEEN_MADE);
    }

    @Test
    void isRefusedForAnotherAttempt() {
      refused(
          fixture.given(started(), failed(1, LATER)).when(new BeginRunAttempt(RUN, 1)),
          Reason.ATTEMPT_NOT_CURRENT);
    }

    @Test
    void beginsTheNextAttemptAnew() {
      fixture
          .given(
              started(),
              new IntegrationRunAttemptBegan(RUN, 1),
              failed(1, LATER),
              retried(2, RetryTrigger.AUTOMATIC))
          .when(new BeginRunAttempt(RUN, 2))
          .expectEvents(new IntegrationRunAttemptBegan(RUN, 2));
    }
  }

  @Nested
  class RecordRunOutcomeTests {

    @Test
    void completes() {
      fixture
          .given(started())
          .when(outcome(1, new RunOutcome.Succeeded("PR#482", "{}")))
          .expectEvents(completed());
    }

    @Test
    void plansTheNextAttemptByThePolicy() {
      fixture
          .given(started())
          .when(outcome(1, retryable(null)))
          .expectEvents(failed(1, NOON.plusSeconds(25)));
    }

    @Test
    void putsTheNextAttemptOffAsAsked() {
      fixture
          .given(started())
          .when(outcome(1, retryable(600L)))
          .expectEvents(failed(1, NOON.plusSeconds(600)));
    }

    @Test
    void plansNoAttemptInQuietHours() {
      QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneOffset.UTC);
      RunPlan quiet = plan("CreateIssue", lunch);
      fixture
          .given(new IntegrationRunStarted(RUN, quiet, INPUT, ASKER))
          .when(outcome(1, retryable(null)))
          .expectEvents(
              IntegrationFailed.ofRun(
                  new RunFailure(RUN, quiet, 1, false, LATER, null),
                  FailureCategory.SERVER_ERROR,
                  null,
                  "it failed"));
    }

    @Test
    void givesUpAfterTheLastRetry() {
      fixture
          .given(started(), failed(1, NOON), retried(2, RetryTrigger.AUTOMATIC))
          .andGiven(failed(2, NOON), retried(3, RetryTrigger.AUTOMATIC))
          .when(outcome(3, retryable(null)))
          .expectEvents(gaveUp(3, FailureCategory.SERVER_ERROR, FailureReason.RETRIES_EXHAUSTED));
    }

    @Test
    void givesUpWhenNoAttemptCanHelp() {
      fixture
          .given(started())
          .when(outcome(1, new RunOutcome.Fatal(FailureCategory.CLIENT_ERROR, "it failed")))
          .expectEvents(gaveUp(1, FailureCategory.CLIENT_ERROR, FailureReason.FATAL_RESPONSE));
    }

    @Test
    void asksForADecisionWhenNobodyKnows() {
      fixture
          .given(started())
          .when(outcome(1, new RunOutcome.Unknown("it failed")))
          .expectEvents(unknown(1));
    }

    @Test
    void isRefusedForAnAttemptThatIsOver() {
      refused(
          fixture.given(started(), completed()).when(outcome(1, retryable(null))),
          Reason.ATTEMPT_NOT_CURRENT);
    }
  }

  @Nested
  class RetryIntegrationRunTests {

    @Test
    void startsTheNextAttemptInTime() {
      fixture
          .given(started(), failed(1, LATER))
          .when(RetryIntegrationRun.automatic(RUN, 2))
          .expectEvents(retried(2, RetryTrigger.AUTOMATIC));
    }

    @Test
    void startsADeferredRun() {
      fixture
          .given(held(RunHold.QUIET_HOURS, LATER))
          .when(RetryIntegrationRun.automatic(RUN, 1))
          .expectEvents(started());
    }

    @Test
    void ignoresADeadlineThatCameTooLate() {
      fixture
          .given(started(), failed(1, LATER), retried(2, RetryTrigger.MANUAL))
          .when(RetryIntegrationRun.automatic(RUN, 2))
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
    }

    @Test
    void startsTheNextAttemptOfAFailedOneByHand() {
      fixture
          .given(started(), gaveUp(1, FailureCategory.CLIENT_ERROR, FailureReason.FATAL_RESPONSE))
          .when(RetryIntegrationRun.manual(RUN, false))
          .expectEvents(retried(2, RetryTrigger.MANUAL));
    }

    @Test
    void startsTheNextAttemptOfAnUnknownOneByHand() {
      fixture
          .given(started(), unknown(1))
          .when(RetryIntegrationRun.manual(RUN, false))
          .expectEvents(retried(2, RetryTrigger.MANUAL));
    }

    @Test
    void repeatsACompletedRunOnlyByForce() {
      refused(
          fixture.given(started(), completed()).when(RetryIntegrationRun.manual(RUN, false)),
          Reason.RUN_COMPLETED);
    }

    @Test
    void repeatsACompletedRunByForce() {
      fixture
          .given(started(), completed())
          .when(RetryIntegrationRun.manual(RUN, true))
          .expectEvents(retried(2, RetryTrigger.MANUAL));
    }

    @Test
    void isRefusedWhileAnAttemptIsUnderWay() {
      refused(
          fixture.given(started()).when(RetryIntegrationRun.manual(RUN, false)),
          Reason.RUN_UNDER_WAY);
    }

    @Test
    void isRefusedBeforeTheApproval() {
      refused(
          fixture.given(held(RunHold.APPROVAL, null)).when(RetryIntegrationRun.manual(RUN, true)),
          Reason.RUN_NOT_STARTED);
    }

    @Test
    void isRefusedAfterACancellation() {
      refused(
          fixture
              .given(started(), new IntegrationRunCancelled(RUN, 1, RunCancellation.REQUESTED))
              .when(RetryIntegrationRun.manual(RUN, true)),
          Reason.RUN_ENDED);
    }
  }

  @Nested
  class ResolveIntegrationRunTests {

    @Test
    void saysThatTheProviderDidIt() {
      fixture
          .given(started(), unknown(1))
          .when(new ResolveIntegrationRun(RUN, true, "PR#482", "seen there"))
          .expectEvents(
              new IntegrationRunCompleted(RUN, plan(), 1, "PR#482", null, null, "seen there"));
    }

    @Test
    void saysThatTheProviderDidNot() {
      fixture
          .given(started(), unknown(1))
          .when(new ResolveIntegrationRun(RUN, false, null, "it failed"))
          .expectEvents(gaveUp(1, FailureCategory.UNKNOWN_OUTCOME, FailureReason.FATAL_RESPONSE));
    }

    @Test
    void isRefusedWhenTheOutcomeIsKnown() {
      refused(
          fixture
              .given(started(), completed())
              .when(new ResolveIntegrationRun(RUN, true, null, "seen there")),
          Reason.RUN_NOT_UNKNOWN);
    }
  }

  @Nested
  class ChangeRunResubmissionTests {

    @Test
    void forbidsTheRetryThatIsWaitedFor() {
      fixture
          .given(started(), failed(1, LATER))
          .when(new ChangeRunResubmission(RUN, false))
          .expectEvents(
              new IntegrationRunResubmissionChanged(RUN, false),
              IntegrationFailed.ofRun(
                  new RunFailure(RUN, plan(), 1, false, null, null),
                  FailureCategory.SERVER_ERROR,
                  FailureReason.RETRIES_FORBIDDEN,
                  "it failed; automatic retries were forbidden"));
    }

    @Test
    void letsNoRetryFollowTheAttemptUnderWay() {
      fixture
          .given(started(), new IntegrationRunResubmissionChanged(RUN, false))
          .when(outcome(1, retryable(null)))
          .expectEvents(gaveUp(1, FailureCategory.SERVER_ERROR, FailureReason.RETRIES_FORBIDDEN));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(started(), new IntegrationRunResubmissionChanged(RUN, false))
          .when(new ChangeRunResubmission(RUN, false))
          .expectNoEvents();
    }
  }

  @Nested
  class CancelIntegrationRunTests {

    @Test
    void endsARunThatIsUnderWay() {
      fixture
          .given(started())
          .when(new CancelIntegrationRun(RUN, RunCancellation.FORCE_STOPPED))
          .expectEvents(new IntegrationRunCancelled(RUN, 1, RunCancellation.FORCE_STOPPED));
    }

    @Test
    void deniesAnApproval() {
      fixture
          .given(held(RunHold.APPROVAL, null))
          .when(new CancelIntegrationRun(RUN, RunCancellation.REJECTED, "too many"))
          .expectEvents(new IntegrationRunCancelled(RUN, 0, RunCancellation.REJECTED, "too many"));
    }

    @Test
    void deniesNothingThatHasStarted() {
      refused(
          fixture.given(started()).when(new CancelIntegrationRun(RUN, RunCancellation.REJECTED)),
          Reason.RUN_NOT_WAITING_FOR_APPROVAL);
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(started(), new IntegrationRunCancelled(RUN, 1, RunCancellation.REQUESTED))
          .when(new CancelIntegrationRun(RUN, RunCancellation.REQUESTED))
          .expectNoEvents();
    }

    @Test
    void isRefusedWhenTheRunHasEnded() {
      refused(
          fixture
              .given(started(), completed())
              .when(new CancelIntegrationRun(RUN, RunCancellation.REQUESTED)),
          Reason.RUN_ENDED);
    }
  }

  private static void refused(ResultValidator<IntegrationRun> result, Reason reason) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(reason.detail());
  }
}
