package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.HttpExchange;

/** What the engine has to record of an attempt. */
sealed interface CallReport {

  /** The call was made. */
  record Made(CallOutcome outcome, HttpExchange exchange) implements CallReport {}

  /** There is nobody to call any more. */
  record NotMade(CancelReason reason) implements CallReport {}
}
