package factory.integration.api.run;

import factory.integration.api.delivery.FailureCategory;
import org.jspecify.annotations.Nullable;

/** What an attempt means for its run. */
public sealed interface RunOutcome {

  /**
   * The provider did it.
   *
   * @param externalRef by which the provider knows the result
   * @param result JSON
   */
  record Succeeded(@Nullable String externalRef, @Nullable String result) implements RunOutcome {}

  /**
   * Worth another attempt.
   *
   * @param detail one sentence for people, without secrets
   * @param retryAfterSeconds what the provider asked for, when it did so sensibly
   */
  record Retryable(FailureCategory category, String detail, @Nullable Long retryAfterSeconds)
      implements RunOutcome {}

  /** No attempt can help. */
  record Fatal(FailureCategory category, String detail) implements RunOutcome {}

  /** Nobody knows whether the provider did it, and doing it twice may harm. */
  record Unknown(String detail) implements RunOutcome {}
}
