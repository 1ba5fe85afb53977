package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the engine has to record of an attempt. */
public sealed interface CallReport {

  /** A webhook's call was made. */
  record Made(CallOutcome outcome, HttpExchange exchange) implements CallReport {}

  /** There is nobody to call any more. */
  record NotMade(CancelReason reason) implements CallReport {}

  /**
   * A run's attempt was made.
   *
   * @param exchange the last call; absent when none was made
   * @param at when the attempt ended
   */
  record RunAttempted(RunOutcome outcome, @Nullable HttpExchange exchange, Instant at)
      implements CallReport {}

  /** A run must not go on. */
  record RunEnded(RunCancellation reason) implements CallReport {}

  /** Nothing is to be recorded: the attempt is made a little later. */
  record PutOff() implements CallReport {}
}
