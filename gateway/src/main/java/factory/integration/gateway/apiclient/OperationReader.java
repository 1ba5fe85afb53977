package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.StatusRange;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.provider.PathRules;
import factory.integration.gateway.request.HeaderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an operation out of what was sent, and says what is wrong with it. */
final class OperationReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final int DEFAULT_TIMEOUT = 30;
  private static final int MAX_TIMEOUT = 120;
  private static final int MAX_QUERY = 50;
  private static final int MAX_VALUE = 1_024;

  private final OperationLanguage language;

  OperationReader(OperationLanguage language) {
    this.language = language;
  }

  /** The operation; null and errors where it can't be made. */
  @Nullable ApiOperation read(String field, OperationForm form, FieldErrors errors) {
    FieldErrors own = new FieldErrors();
    checkCall(form, own);
    language.check(form, own);
    List<StatusRange> success = success(form.success(), own);
    List<Integer> retriable = Objects.requireNonNullElse(form.retriableStatuses(), List.of());
    PathRules.checkStatuses("retriableStatuses", retriable, own);
    own.forEach((name, message) -> errors.add(field + "." + name, message));
    return own.isEmpty() ? operation(form, success, retriable) : null;
  }

  private static ApiOperation operation(
      OperationForm form, List<StatusRange> success, List<Integer> retriable) {
    return new ApiOperation(
        Objects.requireNonNull(form.name()),
        Objects.requireNonNull(form.method()),
        Objects.requireNonNull(form.path()),
        orNone(form.query()),
        orNone(form.headers()),
        OperationLanguage.text(form.inputSchema()),
        form.requestMapping(),
        form.responseMapping(),
        success,
        form.successWhen(),
        form.externalRef(),
        form.idempotencyHeader(),
        Objects.requireNonNullElse(form.timeoutSeconds(), DEFAULT_TIMEOUT),
        new TreeSet<>(retriable));
  }

  private static void checkCall(OperationForm form, FieldErrors errors) {
    if (form.name() == null || !NAME.matcher(form.name()).matches()) {
      errors.add("name", "must be a letter and up to 63 letters, digits, '_' or '-'");
    }
    if (form.method() == null || !METHODS.contains(form.method())) {
      errors.add("method", "must be GET, POST, PUT, PATCH or DELETE");
    }
    PathRules.check("path", form.path(), errors);
    checkQuery(orNone(form.query()), errors);
    HeaderRules.check("headers", orNone(form.headers()), errors);
    orNone(form.headers())
        .forEach((name, value) -> checkTemplate("headers." + name, value, errors));
    if (form.idempotencyHeader() != null) {
      HeaderRules.checkName("idempotencyHeader", form.idempotencyHeader(), errors);
    }
    Integer timeout = form.timeoutSeconds();
    if (timeout != null && (timeout < 1 || timeout > MAX_TIMEOUT)) {
      errors.add("timeoutSeconds", "must be 1 to " + MAX_TIMEOUT);
    }
  }

  private static void checkQuery(Map<String, String> query, FieldErrors errors) {
    if (query.size() > MAX_QUERY) {
      errors.add("query", "must not have more than " + MAX_QUERY + " parameters");
    }
    query.forEach(
        (name, value) -> {
          if (name.isBlank() || name.length() > MAX_VALUE) {
            errors.add("query", "must not have empty or long names");
          }
          checkTemplate("query." + name, value, errors);
        });
  }

  private static void checkTemplate(String field, @Nullable String value, FieldErrors errors) {
    if (value == null || value.length() > MAX_VALUE) {
      errors.add(field, "must be a string of at most " + MAX_VALUE + " characters");
    } else {
      PathRules.checkTemplate(field, value, errors);
    }
  }

  private static List<StatusRange> success(@Nullable List<String> given, FieldErrors errors) {
    List<StatusRange> ranges = new ArrayList<>();
    for (String text : given == null ? List.<String>of() : given) {
      StatusRange range = errors.attempt("success", () -> StatusRange.of(String.valueOf(text)));
      if (range != null) {
        ranges.add(range);
      }
    }
    return ranges;
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
