package factory.integration.api.run;

import java.time.Instant;

/** What a connection's rules say of a run that is asked for. */
public sealed interface Admission {

  /** It may start. */
  record Granted() implements Admission {}

  /** A second person must agree. */
  record NeedsApproval() implements Admission {}

  /** It starts when the quiet hours are over. */
  record Deferred(Instant until) implements Admission {}

  /**
   * It must not be made.
   *
   * @param reason one sentence for people
   */
  record Refused(String reason) implements Admission {}
}
