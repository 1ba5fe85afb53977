package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.run.RunPlan;
import factory.integration.saga.delivery.CallReport;
import factory.integration.saga.delivery.DueDelivery;
import java.time.InstantSource;
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
  private final InstantSource clock;

  AttemptBeginning(CommandGateway commands, InstantSource clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /** Asked when the request is ready, just before the call. */
  Beginning begin(DueDelivery due, ApiOperation operation) {
    return RunTarget.isRepeatable(operation) ? Beginning.BEGUN : note(due);
  }

  /** The report of an attempt that ends without a call, unless one was made before a crash. */
  CallReport withoutCall(DueDelivery due, CallReport report) {
    RunPlan plan = (RunPlan) due.plan();
    return switch (plan.repeatable() ? Beginning.BEGUN : note(due)) {
      case BEGUN -> report;
      case MAYBE_MADE -> maybeMade();
      case OVER -> new CallReport.PutOff();
    };
  }

  private Beginning note(DueDelivery due) {
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

  /** The report of an attempt whose call may have been made. */
  CallReport maybeMade() {
    return new CallReport.RunAttempted(
        new RunOutcome.Unknown(
            "the platform stopped while the call was under way, and the provider takes no"
                + " idempotency key: find out whether it did it, then retry or resolve the run"),
        null,
        clock.instant());
  }
}
