package factory.integration.gateway.problem;

import java.util.List;

/** A request that the gateway refuses by itself: the caller's mistake. */
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public RequestRefused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The body or a part of the request can't be understood at all. */
  public static RequestRefused unreadable(String detail) {
    return new RequestRefused(Problem.of(ProblemKind.UNREADABLE, detail));
  }

  /** One field breaks a rule. */
  public static RequestRefused invalid(String field, String message) {
    return new RequestRefused(Problem.invalid(List.of(new FieldError(field, message))));
  }

  /** There is no such thing, or it is another tenant's: the caller can't tell which. */
  public static RequestRefused notFound(String thing) {
    return new RequestRefused(Problem.of(ProblemKind.NOT_FOUND, "no such " + thing));
  }

  public static RequestRefused forbidden(String detail) {
    return new RequestRefused(Problem.of(ProblemKind.FORBIDDEN, detail));
  }

  public static RequestRefused conflict(String detail) {
    return new RequestRefused(Problem.of(ProblemKind.CONFLICT, detail));
  }

  /** What the request needs is away at the moment. */
  public static RequestRefused unavailable(String detail) {
    return new RequestRefused(Problem.of(ProblemKind.UNAVAILABLE, detail));
  }

  /** The body is longer than allowed. */
  public static RequestRefused tooLarge(long maxBytes) {
    String detail = "the body may have at most " + maxBytes + " bytes";
    return new RequestRefused(Problem.of(ProblemKind.TOO_LARGE, detail));
  }

  public Problem problem() {
    return problem;
  }
}
