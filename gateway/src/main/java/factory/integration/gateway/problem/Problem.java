package factory.integration.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details as RFC 9457 has them.
 *
 * @param type a name that programs can rely on
 * @param title the same for every problem of the type
 * @param detail one sentence for people: what is wrong and what to do
 * @param errors field by field, for a request that is not valid
 * @param runId the run that was refused, where one was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldError> errors,
    @Nullable String runId) {

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind.type(), kind.title(), kind.status(), detail, List.of(), null);
  }

  /** A run is kept, but must not be made. */
  public static Problem ofRun(String runId, String reason) {
    ProblemKind kind = ProblemKind.INVALID;
    return new Problem(kind.type(), kind.title(), kind.status(), reason, List.of(), runId);
  }

  /** What any status means, also one that has no kind of its own. */
  static Problem ofStatus(int status, @Nullable String detail) {
    ProblemKind kind = ProblemKind.of(status);
    String told = detail == null || detail.isEmpty() ? kind.title() : detail;
    return new Problem(kind.type(), kind.title(), status, told, List.of(), null);
  }

  /** A request that can be read but breaks rules; there is at least one error. */
  static Problem invalid(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    String others = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    ProblemKind kind = ProblemKind.INVALID;
    return new Problem(
        kind.type(),
        kind.title(),
        kind.status(),
        first.field() + ": " + first.message() + others,
        errors,
        null);
  }
}
