package factory.integration.api.credential;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of obtaining a new version and checking it. */
public sealed interface CheckOutcome {

  /**
   * Everything that uses the credential works with the new version.
   *
   * @param previousValidUntil until then the version before stays usable
   */
  record Passed(Instant previousValidUntil) implements CheckOutcome {}

  /**
   * The version in use stays in use.
   *
   * @param detail one sentence for people, without secrets
   * @param nextAttemptAt absent when there is none
   */
  record Failed(
      FailureReason reason,
      FailureCategory category,
      String detail,
      @Nullable Instant nextAttemptAt)
      implements CheckOutcome {}
}
