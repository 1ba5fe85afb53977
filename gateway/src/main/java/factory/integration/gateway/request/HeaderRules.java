package factory.integration.gateway.request;

import factory.integration.gateway.problem.FieldErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which HTTP headers a caller may have sent to an endpoint. */
public final class HeaderRules {

  private static final int MAX_HEADERS = 20;
  private static final int MAX_NAME = 128;
  private static final int MAX_VALUE = 1_024;
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

  /** The platform sets them, or they steer the connection. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "traceparent",
          "tracestate",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via");

  private static final List<String> FORBIDDEN_PREFIXES =
      List.of("proxy-", "webhook-", "x-webhook-");
  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "set-cookie");

  private HeaderRules() {}

  /** Checks headers that carry no credentials; errors name the field and the header. */
  public static void check(String field, Map<String, String> headers, FieldErrors errors) {
    if (headers.size() > MAX_HEADERS) {
      errors.add(field, "must not have more than " + MAX_HEADERS + " headers");
      return;
    }
    Set<String> seen = new HashSet<>();
    headers.forEach(
        (name, value) -> {
          String path = field + "." + name;
          if (CREDENTIALS.contains(lower(name))) {
            errors.add(
                path, "must not carry credentials; they belong in the auth or the credential");
          } else if (checkName(path, name, errors) && !seen.add(lower(name))) {
            errors.add(path, "stands there twice, in another spelling");
          }
          checkValue(path, value, errors);
        });
  }

  /** Whether the name may be set at all; credentials are not looked at. */
  public static boolean checkName(String path, String name, FieldErrors errors) {
    String lower = lower(name);
    if (name.isEmpty() || name.length() > MAX_NAME || !name.chars().allMatch(HeaderRules::token)) {
      errors.add(path, "must be a header name: 1 to 128 letters, digits or " + TOKEN_PUNCTUATION);
      return false;
    }
    if (FORBIDDEN.contains(lower) || FORBIDDEN_PREFIXES.stream().anyMatch(lower::startsWith)) {
      errors.add(path, "is set by the platform and can't be set by others");
      return false;
    }
    return true;
  }

  /** Checks that the value is one line of visible ASCII characters and inner spaces. */
  public static void checkValue(String path, String value, FieldErrors errors) {
    if (value == null || value.length() > MAX_VALUE) {
      errors.add(path, "must be a string of at most " + MAX_VALUE + " characters");
    } else if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f) || !value.equals(value.strip())) {
      errors.add(path, "must have visible ASCII characters and spaces between them only");
    }
  }

  private static boolean token(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || TOKEN_PUNCTUATION.indexOf(c) >= 0;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
