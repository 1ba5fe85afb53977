package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.run.RunOutcome;

/** What came of an attempt, in a few words for the log. */
final class CallSummary {

  private CallSummary() {}

  static boolean isSuccess(CallReport report) {
    return switch (report) {
      case CallReport.Made made -> made.outcome() instanceof CallOutcome.Succeeded;
      case CallReport.RunAttempted run -> run.outcome() instanceof RunOutcome.Succeeded;
      case CallReport.NotMade _, CallReport.RunEnded _, CallReport.PutOff _ -> false;
    };
  }

  static String of(CallReport report) {
    return switch (report) {
      case CallReport.Made made -> of(made.outcome());
      case CallReport.RunAttempted run -> of(run.outcome());
      case CallReport.NotMade notMade -> notMade.reason().detail();
      case CallReport.RunEnded ended -> ended.reason().detail();
      case CallReport.PutOff _ -> "put off";
    };
  }

  private static String of(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Succeeded _ -> "succeeded";
      case CallOutcome.Retryable failure -> failure.detail();
      case CallOutcome.Fatal failure -> failure.detail() + "; not tried again";
    };
  }

  private static String of(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Succeeded _ -> "succeeded";
      case RunOutcome.Retryable failure -> failure.detail();
      case RunOutcome.Fatal failure -> failure.detail() + "; not tried again";
      case RunOutcome.Unknown unknown -> unknown.detail();
    };
  }
}
