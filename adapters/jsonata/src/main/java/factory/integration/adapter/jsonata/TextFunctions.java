package factory.integration.adapter.jsonata;

import factory.integration.api.mapping.MappingFailed.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions whose result can be far longer than what they are given, or which the library hands to
 * regular expressions: they find out the length first.
 */
final class TextFunctions {

  private TextFunctions() {}

  /** {@code $pad(text, width, characters)}: a negative width pads on the left. */
  static @Nullable Object pad(@Nullable Object input, List<@Nullable Object> arguments) {
    String text = (String) arguments.get(0);
    if (text == null) {
      return null;
    }
    int width = ((Number) required(arguments, 1)).intValue();
    String filler = arguments.size() > 2 ? (String) arguments.get(2) : null;
    int missing = Math.absExact(Math.max(width, -Integer.MAX_VALUE)) - length(text);
    if (missing <= 0) {
      return text;
    }
    checkLength(missing + (long) text.length());
    String padding = padding(filler == null || filler.isEmpty() ? " " : filler, missing);
    return width < 0 ? padding + text : text + padding;
  }

  private static String padding(String filler, int missing) {
    int[] characters = filler.codePoints().toArray();
    StringBuilder padding = new StringBuilder(missing);
    for (int i = 0; i < missing; i++) {
      padding.appendCodePoint(characters[i % characters.length]);
    }
    return padding.toString();
  }

  /** {@code $join(texts, separator)}. */
  static @Nullable Object join(@Nullable Object input, List<@Nullable Object> arguments) {
    Object given = arguments.get(0);
    if (given == null) {
      return null;
    }
    List<?> texts = given instanceof List<?> list ? list : List.of(given);
    Object separator = arguments.size() > 1 ? arguments.get(1) : null;
    String between = separator == null ? "" : (String) separator;
    long length = (long) between.length() * texts.size();
    for (Object text : texts) {
      length += ((String) text).length();
    }
    checkLength(length);
    return String.join(between, texts.stream().map(String.class::cast).toList());
  }

  /** {@code $replace(text, what, by, limit)}. */
  static @Nullable Object replace(@Nullable Object input, List<@Nullable Object> arguments) {
    String text = (String) arguments.get(0);
    if (text == null) {
      return null;
    }
    if (!(required(arguments, 1) instanceof String what)
        || !(required(arguments, 2) instanceof String by)
        || what.isEmpty()) {
      throw new IllegalArgumentException("$replace needs two texts, the first not empty");
    }
    Number limit = arguments.size() > 3 ? (Number) arguments.get(3) : null;
    return replaced(text, what, by, limit == null ? Integer.MAX_VALUE : limit.intValue());
  }

  private static String replaced(String text, String what, String by, int limit) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    int count = 0;
    for (int at = text.indexOf(what);
        at >= 0 && count < limit;
        at = text.indexOf(what, from), count++) {
      checkLength(result.length() + (long) (at - from) + by.length());
      result.append(text, from, at).append(by);
      from = at + what.length();
    }
    return result.append(text, from, text.length()).toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Object required(List<@Nullable Object> arguments, int index) {
    Object argument = arguments.size() > index ? arguments.get(index) : null;
    if (argument == null) {
      throw new IllegalArgumentException("argument " + (index + 1) + " of a function is missing");
    }
    return argument;
  }

  private static void checkLength(long length) {
    Evaluation evaluation = Evaluation.current();
    if (length > evaluation.limits().value()) {
      throw evaluation.stop(
          Kind.TOO_LARGE,
          "the mapping makes a value of more than " + evaluation.limits().value() + " characters");
    }
  }
}
