package factory.integration.saga.credential;

import factory.integration.api.delivery.FailureCategory;

/** What came of trying a credential. */
public sealed interface ProbeOutcome {

  /** Everything that uses the credential works with it, or nothing uses it. */
  record Passed() implements ProbeOutcome {}

  /**
   * Something that uses the credential does not work with it.
   *
   * @param detail which, and why; one sentence for people, without secrets
   */
  record Refused(FailureCategory category, String detail) implements ProbeOutcome {}
}
