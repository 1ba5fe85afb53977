package factory.integration.api.delivery;

import org.jspecify.annotations.Nullable;

/** What a call means for its delivery. */
public sealed interface CallOutcome {

  /** The endpoint took it: a 2xx answer. */
  record Succeeded() implements CallOutcome {}

  /**
   * Worth another attempt.
   *
   * @param detail one sentence for people, without secrets
   * @param retryAfterSeconds what the endpoint asked for, when it did so sensibly
   */
  record Retryable(FailureCategory category, String detail, @Nullable Long retryAfterSeconds)
      implements CallOutcome {}

  /** No attempt can help. */
  record Fatal(FailureCategory category, String detail) implements CallOutcome {}
}
