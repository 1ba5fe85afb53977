package factory.integration.command.run;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.run.Admission;
import factory.integration.api.run.ExecuteIntegrationRun;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RecordRunOutcome;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import factory.integration.api.subscription.Ordering;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that creates an issue. */
final class RunFixture {

  static final RunId RUN = RunId.of("01jxd3v9k2000000000000000a");
  static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  static final String INPUT = "{\"title\":\"A bug\"}";
  static final String ASKER = "key-asker";

  private RunFixture() {}

  static RunPlan plan() {
    return plan("CreateIssue", null);
  }

  static RunPlan plan(String operation, @Nullable QuietHours quietHours) {
    return new RunPlan(
        new ConnectionId("conn-1"),
        new ProviderId("prov-1"),
        new ApiClientId("cli-1"),
        operation,
        null,
        false,
        quietHours,
        Ordering.NONE,
        RetryPolicies.counted(2));
  }

  static ExecuteIntegrationRun execute(Admission admission) {
    return new ExecuteIntegrationRun(RUN, plan(), INPUT, admission);
  }

  static IntegrationRunStarted started() {
    return new IntegrationRunStarted(RUN, plan(), INPUT, ASKER);
  }

  static IntegrationRunHeld held(RunHold hold, @Nullable Instant until) {
    return new IntegrationRunHeld(RUN, plan(), INPUT, hold, ASKER, until);
  }

  static IntegrationRunRetried retried(int attempt, RetryTrigger trigger) {
    return new IntegrationRunRetried(RUN, plan(), attempt, trigger);
  }

  static IntegrationRunCompleted completed() {
    return new IntegrationRunCompleted(RUN, plan(), 1, "PR#482", "{}", null, null);
  }

  static RecordRunOutcome outcome(int attempt, RunOutcome outcome) {
    return new RecordRunOutcome(RUN, attempt, outcome, null, NOON);
  }

  static RunOutcome retryable(@Nullable Long retryAfterSeconds) {
    return new RunOutcome.Retryable(FailureCategory.SERVER_ERROR, "it failed", retryAfterSeconds);
  }

  static IntegrationFailed failed(int attempt, Instant nextAttemptAt) {
    return failed(attempt, FailureCategory.SERVER_ERROR, null, nextAttemptAt);
  }

  static IntegrationFailed gaveUp(int attempt, FailureCategory category, FailureReason reason) {
    return failed(attempt, category, reason, null);
  }

  static IntegrationFailed unknown(int attempt) {
    return IntegrationFailed.ofRun(
        new RunFailure(RUN, plan(), attempt, true, null, null),
        FailureCategory.UNKNOWN_OUTCOME,
        FailureReason.OUTCOME_UNKNOWN,
        "it failed");
  }

  private static IntegrationFailed failed(
      int attempt,
      FailureCategory category,
      @Nullable FailureReason reason,
      @Nullable Instant nextAttemptAt) {
    return IntegrationFailed.ofRun(
        new RunFailure(RUN, plan(), attempt, false, nextAttemptAt, null),
        category,
        reason,
        "it failed");
  }
}
