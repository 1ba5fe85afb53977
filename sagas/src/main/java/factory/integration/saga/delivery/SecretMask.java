package factory.integration.saga.delivery;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides what is secret in headers and bodies before they are kept: whatever stands under a name
 * that says so, and the credentials of a call where an endpoint repeats them.
 */
public final class SecretMask {

  public static final String MASK = "***";

  static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?=[tpsac])(?:token|passw(?:or)?d|secret|api[-_]?key|authorization|authenticate|cookie"
              + "|credential)",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_CREDENTIAL = 6;

  private SecretMask() {}

  /** A header's value, or the mask where its name says that it is secret. */
  public static String header(String name, String value) {
    return SECRET_NAME.matcher(name).find() ? MASK : value;
  }

  /** A text without the credentials given. */
  public static String without(List<String> credentials, String text) {
    String masked = text;
    for (String credential : credentials) {
      if (credential.length() >= SHORTEST_CREDENTIAL) {
        masked = masked.replace(credential, MASK);
      }
    }
    return masked;
  }

  /** A body in JSON, of a form or of lines, without the values of secret fields. */
  public static String body(String text) {
    return SECRET_NAME.matcher(text).find() ? new SecretFields(text).masked() : text;
  }
}
