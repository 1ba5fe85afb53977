package factory.integration.saga.delivery;

import java.util.regex.Matcher;

/**
 * Replaces the values of fields whose names say that they are secret. The text may be cut anywhere
 * and may be meant badly: it is read forwards only, so that the time grows with its length alone.
 */
final class SecretFields {

  private static final String ENDS_LINE_VALUE = "\r\n,}]<\"";
  private static final String ENDS_FORM_VALUE = ENDS_LINE_VALUE + " \t&;";

  private final String text;
  private final StringBuilder masked;
  private int copied;

  SecretFields(String text) {
    this.text = text;
    this.masked = new StringBuilder(text.length());
  }

  String masked() {
    Matcher name = SecretMask.SECRET_NAME.matcher(text);
    int from = 0;
    while (from <= text.length() && name.find(from)) {
      int end = endOfName(name.end());
      maskValueAfter(end);
      from = Math.max(end, copied);
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private int endOfName(int at) {
    int end = at;
    while (isAt(end) && (Character.isLetterOrDigit(text.charAt(end)) || isOneOf("_-.", end))) {
      end++;
    }
    return end;
  }

  private void maskValueAfter(int endOfName) {
    int separator = skip(" \t", skip("\\\"'", endOfName));
    if (!isOneOf(":=", separator)) {
      return;
    }
    int value = skip(" \t\r\n", separator + 1);
    if (isOneOf("\\\"", value)) {
      int inside = Math.min(text.charAt(value) == '\\' ? value + 2 : value + 1, text.length());
      replace(inside, endOfString(inside, text.charAt(value) == '\\'), SecretMask.MASK);
    } else if (isOneOf("{[", value)) {
      replace(value, endOfStructure(value), "\"" + SecretMask.MASK + "\"");
    } else {
      boolean ofForm = text.charAt(separator) == '=';
      int end = endOfWord(value, ofForm ? ENDS_FORM_VALUE : ENDS_LINE_VALUE);
      boolean ofJson = endOfName < separator && isOneOf("\"", endOfName);
      replace(value, end, ofJson ? "\"" + SecretMask.MASK + "\"" : SecretMask.MASK);
    }
  }

  private void replace(int from, int to, String replacement) {
    if (to > from) {
      masked.append(text, copied, from).append(replacement);
      copied = to;
    }
  }

  /**
   * Where the string ends.
   *
   * @param nested whether it is part of JSON that is itself a string, its quotes written {@code \"}
   */
  private int endOfString(int inside, boolean nested) {
    int at = inside;
    while (isAt(at) && text.charAt(at) != '"' && !(nested && isOneOf("\"", at + 1))) {
      at += text.charAt(at) == '\\' && !nested ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private int endOfStructure(int start) {
    int depth = 0;
    int at = start;
    do {
      char c = text.charAt(at);
      if (c == '"') {
        boolean nested = text.charAt(at - 1) == '\\';
        at = endOfString(at + 1, nested) + (nested ? 1 : 0);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      at++;
    } while (depth > 0 && isAt(at));
    return Math.min(at, text.length());
  }

  private int endOfWord(int start, String ends) {
    int at = start;
    while (isAt(at) && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int skip(String characters, int from) {
    int at = from;
    while (isOneOf(characters, at)) {
      at++;
    }
    return at;
  }

  private boolean isOneOf(String characters, int at) {
    return isAt(at) && characters.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isAt(int at) {
    return at < text.length();
  }
}
