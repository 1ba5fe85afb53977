package factory.integration.gateway.intake;

import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.ProblemKind;
import factory.integration.gateway.problem.ProblemTranslator;

/** Tells what a failure means for the message: refused, or to come again. */
final class IntakeRefusals {

  private final ProblemTranslator problems;

  IntakeRefusals(ProblemTranslator problems) {
    this.problems = problems;
  }

  IntakeOutcome outcome(RuntimeException failure) {
    if (failure instanceof MessageRefused refused) {
      return new IntakeOutcome.Refused(
          refused.reason().label(), String.valueOf(refused.getMessage()));
    }
    Problem problem = problems.translate(failure);
    return switch (ProblemKind.of(problem.status())) {
      case UNAVAILABLE -> new IntakeOutcome.Unavailable(problem.detail());
      case FAULT -> new IntakeOutcome.Failed(problem.detail());
      case TOO_LARGE -> refused(RefusalReason.TOO_LARGE, problem);
      case CONFLICT -> refused(RefusalReason.CONFLICT, problem);
      case UNREADABLE -> refused(RefusalReason.UNREADABLE, problem);
      case UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          INVALID ->
          refused(RefusalReason.INVALID, problem);
    };
  }

  private static IntakeOutcome refused(RefusalReason reason, Problem problem) {
    return new IntakeOutcome.Refused(reason.label(), problem.detail());
  }
}
