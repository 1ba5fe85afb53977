package factory.integration.storage.contract.view;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import factory.integration.api.subscription.Ordering;
import factory.integration.storage.contract.view.Story.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of one connection: completed at the second attempt, resolved, stopped, refused. */
final class StoryOfRuns {

  static final ConnectionId CONNECTION = ConnectionId.of("1");
  static final RunId COMPLETED = RunId.of("1");
  static final RunId RESOLVED = RunId.of("2");
  static final RunId STOPPED = RunId.of("3");
  static final RunId REFUSED = RunId.of("4");

  private static final String ASKER = "key-1";
  private static final String INPUT = "{\"title\": \"A bug\"}";

  private StoryOfRuns() {}

  static List<Told> events() {
    return List.of(
        told(
            COMPLETED,
            0,
            new IntegrationRunHeld(COMPLETED, plan(), INPUT, RunHold.APPROVAL, ASKER, null)),
        told(COMPLETED, 1, new IntegrationRunApproved(COMPLETED, "key-2", "fine", null)),
        told(COMPLETED, 2, started(COMPLETED)),
        told(COMPLETED, 3, failed(COMPLETED, false, null, Times.at(100))),
        told(COMPLETED, 4, new IntegrationRunRetried(COMPLETED, plan(), 2, RetryTrigger.AUTOMATIC)),
        told(COMPLETED, 5, completed(COMPLETED, 2, exchange(201), null)),
        told(RESOLVED, 0, started(RESOLVED)),
        told(RESOLVED, 1, failed(RESOLVED, true, FailureReason.OUTCOME_UNKNOWN, null)),
        told(RESOLVED, 2, completed(RESOLVED, 1, null, "seen at the provider")),
        told(STOPPED, 0, started(STOPPED)),
        told(STOPPED, 1, new IntegrationRunResubmissionChanged(STOPPED, false)),
        told(STOPPED, 2, failed(STOPPED, false, FailureReason.RETRIES_FORBIDDEN, null)),
        told(STOPPED, 3, new IntegrationRunRetried(STOPPED, plan(), 2, RetryTrigger.MANUAL)),
        told(STOPPED, 4, new IntegrationRunCancelled(STOPPED, 2, RunCancellation.FORCE_STOPPED)),
        told(
            REFUSED,
            0,
            new IntegrationRunRefused(REFUSED, plan(), INPUT, ASKER, "it is not allowed")));
  }

  private static Told told(RunId run, long sequence, Object event) {
    return new Told(run.value(), sequence, event);
  }

  private static IntegrationRunStarted started(RunId run) {
    return new IntegrationRunStarted(run, plan(), INPUT, ASKER);
  }

  private static IntegrationFailed failed(
      RunId run, boolean unknown, @Nullable FailureReason reason, @Nullable Instant next) {
    return IntegrationFailed.ofRun(
        new RunFailure(run, plan(), 1, unknown, next, exchange(503)),
        unknown ? FailureCategory.UNKNOWN_OUTCOME : FailureCategory.SERVER_ERROR,
        reason,
        "the provider answered 503");
  }

  private static IntegrationRunCompleted completed(
      RunId run, int attempts, @Nullable HttpExchange exchange, @Nullable String resolution) {
    return new IntegrationRunCompleted(
        run, plan(), attempts, "Issue#7", "{\"number\":7}", exchange, resolution);
  }

  private static RunPlan plan() {
    return new RunPlan(
        CONNECTION,
        new ProviderId("prov-1"),
        new ApiClientId("cli-1"),
        "CreateIssue",
        null,
        false,
        null,
        Ordering.NONE,
        RetryPolicies.STANDARD);
  }

  private static HttpExchange exchange(int statusCode) {
    return call("POST", INPUT, statusCode, call("GET", null, 200, null));
  }

  private static HttpExchange call(
      String method, @Nullable String body, int statusCode, @Nullable HttpExchange preparedBy) {
    return new HttpExchange(
        method,
        "https://api.example.com/issues",
        null,
        Map.of("authorization", "Bearer abc"),
        statusCode,
        Map.of(),
        "{}",
        false,
        Times.NOON,
        12,
        null,
        List.of(),
        body,
        preparedBy);
  }
}
