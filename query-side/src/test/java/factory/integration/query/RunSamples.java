package factory.integration.query;

import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunPlan;
import factory.integration.api.subscription.Ordering;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of a run that creates an issue. */
public final class RunSamples {

  public static final RunId RUN = RunId.of("1");
  public static final ConnectionId CONNECTION = new ConnectionId("conn-1");
  public static final String INPUT = "{\"title\": \"A bug\"}";
  public static final String ASKER = "key-asker";

  private RunSamples() {}

  public static RunPlan plan() {
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

  public static IntegrationRunStarted started() {
    return new IntegrationRunStarted(RUN, plan(), INPUT, ASKER);
  }

  public static IntegrationRunHeld held(RunHold hold, @Nullable Instant until) {
    return new IntegrationRunHeld(RUN, plan(), INPUT, hold, ASKER, until);
  }

  public static IntegrationRunRetried retried(int attempt) {
    return new IntegrationRunRetried(RUN, plan(), attempt, RetryTrigger.AUTOMATIC);
  }

  public static IntegrationFailed failed(int attempt, Instant next) {
    return failed(attempt, false, next, null, exchange(503));
  }

  public static IntegrationFailed gaveUp(int attempt, @Nullable HttpExchange exchange) {
    return failed(attempt, false, null, FailureReason.RETRIES_EXHAUSTED, exchange);
  }

  public static IntegrationFailed unknown(int attempt) {
    return failed(attempt, true, null, FailureReason.OUTCOME_UNKNOWN, exchange(null));
  }

  public static IntegrationRunCompleted completed(int attempts) {
    return new IntegrationRunCompleted(
        RUN, plan(), attempts, "Issue#7", "{\"number\":7}", exchange(201), null);
  }

  public static IntegrationRunCompleted resolved(int attempts) {
    return new IntegrationRunCompleted(
        RUN, plan(), attempts, "Issue#7", null, null, "seen at the provider");
  }

  /** A call that another one, made two seconds before, had to fetch something for. */
  public static HttpExchange exchange(@Nullable Integer statusCode) {
    return call("POST", statusCode, Feed.NOON, call("GET", 200, Feed.NOON.minusSeconds(2), null));
  }

  private static HttpExchange call(
      String method,
      @Nullable Integer statusCode,
      Instant startedAt,
      @Nullable HttpExchange preparedBy) {
    return new HttpExchange(
        method,
        "https://api.example.com/issues",
        null,
        Map.of("authorization", "***"),
        statusCode,
        Map.of(),
        "{}",
        false,
        startedAt,
        12,
        null,
        List.of(),
        method.equals("POST") ? INPUT : null,
        preparedBy);
  }

  private static IntegrationFailed failed(
      int attempt,
      boolean unknown,
      @Nullable Instant next,
      @Nullable FailureReason reason,
      @Nullable HttpExchange exchange) {
    return IntegrationFailed.ofRun(
        new RunFailure(RUN, plan(), attempt, unknown, next, exchange),
        unknown ? FailureCategory.UNKNOWN_OUTCOME : FailureCategory.SERVER_ERROR,
        reason,
        "the provider answered 503");
  }
}
