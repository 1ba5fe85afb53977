package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOutcome;
import factory.integration.saga.delivery.DueDelivery;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Notes durably that a call is about to be made, where making it twice may do harm. Whoever comes
 * back after a crash finds the note and asks for a decision instead of calling.
 */
final class AttemptBeginning {

  /** Whether a call may be made. */
  enum Beginning {
    BEGUN,
    /** It may have been made before a crash. */
    MAYBE_MADE,
    /** The attempt has its outcome, or was cancelled. */
    OVER
  }

  private final CommandGateway commands;

  AttemptBeginning(CommandGateway commands) {
    this.commands = commands;
  }

  Beginning begin(DueDelivery due, ApiOperation operation) {
    if (RunTarget.isRepeatable(operation)) {
      return Beginning.BEGUN;
    }
    BeginRunAttempt command = new BeginRunAttempt((RunId) due.workId(), due.attempt());
    try {
      commands.sendAndWait(
          GenericCommandMessage.<Object>asCommandMessage(command).withMetaData(due.context()));
      return Beginning.BEGUN;
    } catch (CommandRejected e) {
      return e.reason() == Reason.ATTEMPT_MAY_HAVE_BEEN_MADE
          ? Beginning.MAYBE_MADE
          : Beginning.OVER;
    }
  }

  static RunOutcome unknown() {
    return new RunOutcome.Unknown(
        "the platform stopped while the call was under way, and the provider takes no idempotency"
            + " key: find out whether it did it, then retry or resolve the run");
  }
}
