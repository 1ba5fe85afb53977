package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.run.RunOutcome;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.SecretMask;
import factory.integration.saga.delivery.WebhookSender;
import org.jspecify.annotations.Nullable;

/** Calls a provider once. */
final class ProviderCall {

  private static final int UNAUTHORIZED = 401;

  private final ProviderRequests requests;
  private final WebhookSender sender;
  private final RunVerdict verdict;

  ProviderCall(ProviderRequests requests, WebhookSender sender, RunVerdict verdict) {
    this.requests = requests;
    this.sender = sender;
    this.verdict = verdict;
  }

  /**
   * One operation with its input.
   *
   * @param input JSON object
   * @param idempotencyKey the same over all attempts of a run
   * @param preparedBy the call that was made before, for the input
   */
  record Wish(
      RunTarget target,
      ApiOperation operation,
      String input,
      String idempotencyKey,
      String traceparent,
      @Nullable HttpExchange preparedBy) {}

  /**
   * What came of a call.
   *
   * @param body of the answer, as it came
   */
  record Made(RunOutcome outcome, HttpExchange exchange, @Nullable String body) {}

  /** The request; throws when the input or the credential does not make one. */
  ProviderRequest compose(Wish wish) {
    return requests.compose(
        wish.target(), wish.operation(), wish.input(), wish.idempotencyKey(), wish.traceparent());
  }

  /** Sends it and says what it means. */
  Made make(Wish wish, ProviderRequest call) {
    CallResult result = sender.send(call.request());
    String body = null;
    if (result instanceof CallResult.Answered answer) {
      body = ProviderExchange.text(answer);
      if (answer.status() == UNAUTHORIZED) {
        requests.refused(wish.target(), call);
      }
    }
    return new Made(
        masked(verdict.of(wish.operation(), result), call),
        ProviderExchange.of(call, result, wish.preparedBy()),
        body);
  }

  /** Outcomes are stored and shown, so a provider that repeats a secret must not get it in. */
  private static RunOutcome masked(RunOutcome outcome, ProviderRequest call) {
    return switch (outcome) {
      case RunOutcome.Succeeded(String ref, String result) ->
          new RunOutcome.Succeeded(
              ref == null ? null : SecretMask.without(call.secrets(), ref),
              result == null ? null : call.masked(result));
      case RunOutcome.Retryable(FailureCategory category, String detail, Long seconds) ->
          new RunOutcome.Retryable(category, SecretMask.without(call.secrets(), detail), seconds);
      case RunOutcome.Fatal(FailureCategory category, String detail) ->
          new RunOutcome.Fatal(category, SecretMask.without(call.secrets(), detail));
      case RunOutcome.Unknown(String detail) ->
          new RunOutcome.Unknown(SecretMask.without(call.secrets(), detail));
    };
  }
}
