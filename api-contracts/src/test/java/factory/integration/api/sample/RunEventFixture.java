package factory.integration.api.sample;

import factory.integration.api.connection.QuietHours;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
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
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunPlan;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instances of the events of runs. */
final class RunEventFixture {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final RunId RUN = new RunId("run-01jxk3v7a8r5v8y1b4e7h0k3mp");
  private static final String INPUT = "{\"title\":\"A bug\"}";
  private static final String KEY = "key-01jxk3v7a8k2";

  private RunEventFixture() {}

  static Map<String, Object> all() {
    return Map.ofEntries(
        Map.entry(
            "IntegrationRunHeld",
            new IntegrationRunHeld(RUN, plan(), INPUT, RunHold.QUIET_HOURS, KEY, NOON)),
        Map.entry(
            "IntegrationRunHeld-approval",
            new IntegrationRunHeld(RUN, plan(), INPUT, RunHold.APPROVAL, KEY, null)),
        Map.entry(
            "IntegrationRunApproved",
            new IntegrationRunApproved(RUN, "key-01jxk3v7a8k9", "it is wanted", NOON)),
        Map.entry(
            "IntegrationRunRefused",
            new IntegrationRunRefused(RUN, plan(), INPUT, KEY, "CreateIssue is not allowed")),
        Map.entry("IntegrationRunStarted", new IntegrationRunStarted(RUN, plan(), INPUT, KEY)),
        Map.entry(
            "IntegrationRunStarted-triggered",
            new IntegrationRunStarted(RUN, triggeredPlan(), null, "platform")),
        Map.entry("IntegrationRunAttemptBegan", new IntegrationRunAttemptBegan(RUN, 2)),
        Map.entry(
            "IntegrationRunRetried",
            new IntegrationRunRetried(RUN, plan(), 2, RetryTrigger.AUTOMATIC)),
        Map.entry(
            "IntegrationRunCompleted",
            new IntegrationRunCompleted(
                RUN, plan(), 1, "PR#482", "{\"number\":482}", exchange(), null)),
        Map.entry(
            "IntegrationRunCompleted-resolved",
            new IntegrationRunCompleted(RUN, plan(), 1, null, null, null, "seen at the provider")),
        Map.entry(
            "IntegrationRunResubmissionChanged", new IntegrationRunResubmissionChanged(RUN, false)),
        Map.entry(
            "IntegrationRunCancelled",
            new IntegrationRunCancelled(RUN, 1, RunCancellation.CONNECTION_RETIRED)),
        Map.entry(
            "IntegrationRunCancelled-rejected",
            new IntegrationRunCancelled(RUN, 0, RunCancellation.REJECTED, "not before Monday")),
        Map.entry("IntegrationFailed-run", failed(null, NOON.plusSeconds(25))),
        Map.entry("IntegrationFailed-runLast", failed(FailureReason.RETRIES_EXHAUSTED, null)));
  }

  private static IntegrationFailed failed(@Nullable FailureReason reason, @Nullable Instant next) {
    return IntegrationFailed.ofRun(
        new RunFailure(RUN, plan(), 1, false, next, exchange()),
        FailureCategory.SERVER_ERROR,
        reason,
        "the provider answered 503");
  }

  private static RunPlan plan() {
    return new RunPlan(
        ConnectionEventFixture.CONNECTION,
        ConnectionEventFixture.PROVIDER,
        ConnectionEventFixture.CLIENT,
        "CreateIssue",
        null,
        false,
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Berlin")),
        Ordering.NONE,
        RetryPolicies.AVVYR);
  }

  private static RunPlan triggeredPlan() {
    RunOrigin origin =
        new RunOrigin(
            new EventId("evt-01jxk3v7a8q4m0c9t2d6w1r5zb"),
            new EventType("orderCreated"),
            ConnectionEventFixture.trigger());
    return new RunPlan(
        ConnectionEventFixture.CONNECTION,
        ConnectionEventFixture.PROVIDER,
        ConnectionEventFixture.CLIENT,
        "CreateIssue",
        origin,
        true,
        null,
        Ordering.FIFO,
        RetryPolicies.counted(4));
  }

  private static HttpExchange exchange() {
    return call("POST", "https://api.example.com/issues", INPUT, call("GET", ENTITY, null, null));
  }

  private static final String ENTITY = "https://api.example.com/orders/1";

  private static HttpExchange call(
      String method, String url, @Nullable String body, @Nullable HttpExchange before) {
    return new HttpExchange(
        method,
        url,
        null,
        Map.of("authorization", "***"),
        201,
        Map.of("content-type", "application/json"),
        "{\"number\":482}",
        false,
        NOON,
        12,
        null,
        List.of("cred-01jxk3v7a8g4h7j0k3m6n9p2qs:3"),
        body,
        before);
  }
}
