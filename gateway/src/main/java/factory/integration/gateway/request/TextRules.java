package factory.integration.gateway.request;

import factory.integration.gateway.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What free text in a request may look like: it is kept and shown as text, whatever it says. */
public final class TextRules {

  /** Longest owner, project or module. */
  public static final int MAX_NAME = 128;

  private TextRules() {}

  /** Text is optional, has 1 to {@code max} characters and no control characters. */
  public static void check(String field, @Nullable String text, int max, FieldErrors errors) {
    if (text == null) {
      return;
    }
    if (text.isEmpty() || text.length() > max) {
      errors.add(field, "must have 1 to " + max + " characters");
    } else if (hasControl(text)) {
      errors.add(field, "must not have control characters");
    }
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
