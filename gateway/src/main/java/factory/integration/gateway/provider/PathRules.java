package factory.integration.gateway.provider;

import factory.integration.gateway.problem.FieldErrors;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What paths that follow a base address may look like, and the statuses they are answered with. */
public final class PathRules {

  private static final int MAX_PATH = 1_024;
  private static final int MAX_STATUSES = 50;

  /** RFC 3986's path characters, percent-encodings, and names in braces. */
  private static final Pattern PATH =
      Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}|\\{[^{}]*\\})*");

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*");
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern DOTS = Pattern.compile("(?:^|/)(?:\\.|%2[Ee]){1,2}(?:/|$)");

  private PathRules() {}

  /** The path is required, begins with a slash and stays below the base address. */
  public static void check(String field, @Nullable String path, FieldErrors errors) {
    if (path == null || path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
      errors.add(field, "must begin with / and have at most 1024 characters of a path");
    } else if (DOTS.matcher(path).find() || path.contains("//")) {
      errors.add(field, "must not have empty, . or .. segments");
    } else {
      checkTemplate(field, path, errors);
    }
  }

  /** Every name in braces can be a field of an input. */
  public static void checkTemplate(String field, String template, FieldErrors errors) {
    BRACES
        .matcher(template)
        .results()
        .filter(name -> !NAME.matcher(name.group(1)).matches())
        .findFirst()
        .ifPresent(
            name -> errors.add(field, "has {" + name.group(1) + "}, which is no field's name"));
    String rest = BRACES.matcher(template).replaceAll("");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      errors.add(field, "has a brace without its other half");
    }
  }

  /** All are from 100 to 599. */
  public static void checkStatuses(String field, List<Integer> statuses, FieldErrors errors) {
    if (statuses.size() > MAX_STATUSES) {
      errors.add(field, "must not have more than " + MAX_STATUSES + " statuses");
    }
    if (statuses.stream().anyMatch(status -> status == null || status < 100 || status > 599)) {
      errors.add(field, "must hold statuses from 100 to 599");
    }
  }
}
