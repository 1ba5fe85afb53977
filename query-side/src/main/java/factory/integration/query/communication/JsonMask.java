package factory.integration.query.communication;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replaces the values of secret fields in a text that may be JSON. It reads by character, since the
 * rest has to stay as it was sent, and a body may be cut off in the middle or not be JSON at all.
 */
final class JsonMask {

  private final String text;
  private final StringBuilder masked;
  private int at;

  JsonMask(String text) {
    this.text = text;
    this.masked = new StringBuilder(text.length());
  }

  String apply() {
    int copied = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
        continue;
      }
      int start = at;
      skipString();
      String name = text.substring(start, at);
      if (isAtColon() && isSecret(name)) {
        masked.append(text, copied, at).append('"').append(SecretMask.MASK).append('"');
        skipValue();
        copied = at;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isSecret(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return SecretMask.isSecret(quoted);
    }
    try {
      return SecretMask.isSecret(JsonMapper.shared().readValue(quoted, String.class));
    } catch (JacksonException e) {
      return true;
    }
  }

  /** Moves behind a string; one that never ends takes the rest. */
  private void skipString() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
  }

  /** Moves to the value when a colon comes next. */
  private boolean isAtColon() {
    int colon = afterSpace(at);
    if (colon == text.length() || text.charAt(colon) != ':') {
      return false;
    }
    at = afterSpace(colon + 1);
    return true;
  }

  private int afterSpace(int from) {
    int next = from;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Moves behind a value, whatever it holds. */
  private void skipValue() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        skipString();
      } else if (depth == 0 && isDelimiter(c)) {
        return;
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
      if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
        return;
      }
    }
  }

  private static boolean isDelimiter(char c) {
    return c == ',' || c == '}' || c == ']' || Character.isWhitespace(c);
  }
}
