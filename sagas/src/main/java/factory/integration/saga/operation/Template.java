package factory.integration.saga.operation;

import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fills texts in which {@code {name}} stands for a field of the input, dots leading deeper. */
final class Template {

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");

  private Template() {}

  /** The text with every field in place; empty when the input lacks one of them. */
  static Optional<String> fill(String template, JsonNode input, UnaryOperator<String> spelling) {
    return fill(template, input, UnaryOperator.identity(), spelling);
  }

  /** As {@link #fill}, for the value of a query parameter, whatever characters are in it. */
  static Optional<String> fillQuery(String template, JsonNode input) {
    return fill(template, input, Template::encoded, Template::encoded);
  }

  private static Optional<String> fill(
      String template,
      JsonNode input,
      UnaryOperator<String> between,
      UnaryOperator<String> spelling) {
    Matcher fields = FIELD.matcher(template);
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (fields.find()) {
      JsonNode value = value(input, fields.group(1));
      if (value.isMissingNode() || value.isNull()) {
        return Optional.empty();
      }
      String written = value.isValueNode() ? value.asString() : value.toString();
      text.append(between.apply(template.substring(from, fields.start())));
      text.append(spelling.apply(written));
      from = fields.end();
    }
    return Optional.of(text.append(between.apply(template.substring(from))).toString());
  }

  private static JsonNode value(JsonNode input, String path) {
    JsonNode value = input;
    for (String name : path.split("\\.")) {
      value = value.path(name);
    }
    return value;
  }

  /** As a part of a segment: it can neither end the segment nor leave it. */
  static String ofPath(String value) {
    if (value.isEmpty() || value.equals(".") || value.equals("..")) {
      throw new MappingFailed(Kind.FAILED, "a field of the path is empty, . or ..");
    }
    return encoded(value);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** As the value of a header: one line of visible characters. */
  static String ofHeader(String value) {
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new MappingFailed(
          Kind.FAILED, "a field that becomes a header has characters that headers can't have");
    }
    return value;
  }
}
