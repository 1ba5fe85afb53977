package factory.integration.gateway.connection;

import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import org.jspecify.annotations.Nullable;

/** Who changes or ends something, or decides about it, says why. */
public final class ReasonRules {

  private static final int MAX_LENGTH = 1_024;

  private ReasonRules() {}

  /** A reason is required and has at most 1024 characters. */
  public static void check(@Nullable String reason, FieldErrors errors) {
    if (reason == null || reason.isBlank()) {
      errors.add("reason", "is required: why, for whoever reads it later");
    } else {
      TextRules.check("reason", reason, MAX_LENGTH, errors);
    }
  }
}
