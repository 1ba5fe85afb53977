package factory.integration.gateway.json;

import factory.integration.gateway.problem.RequestRefused;
import tools.jackson.core.JsonParser;

/** What JSON's grammar lets pass and other readers stumble over. */
final class TokenRules {

  private static final int MAX_NUMBER = 1_000;

  /** No number of so many digits without an exponent leaves the range of a double. */
  private static final int SURELY_FINITE = 300;

  private TokenRules() {}

  static void checkFinite(JsonParser number) {
    char[] chars = number.getStringCharacters();
    int start = number.getStringOffset();
    int length = number.getStringLength();
    if (length > MAX_NUMBER) {
      throw RequestRefused.unreadable("the body has a number of more than 1000 characters");
    }
    if ((length > SURELY_FINITE || hasExponent(chars, start, length))
        && Double.isInfinite(Double.parseDouble(new String(chars, start, length)))) {
      throw RequestRefused.unreadable("the body has a number that is too large for a double");
    }
  }

  private static boolean hasExponent(char[] chars, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (chars[i] == 'e' || chars[i] == 'E') {
        return true;
      }
    }
    return false;
  }

  static void checkWholeCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          throw RequestRefused.unreadable("the body has half of a character (a lone surrogate)");
        }
        i++;
      }
    }
  }
}
