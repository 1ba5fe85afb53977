package factory.integration.query.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes text apart into the words by which it is found: runs of letters and digits in lower case. A
 * run that is joined by {@code -}, {@code _} or {@code .} is a word as a whole ({@code order-17})
 * and, in indexed data, by its parts as well unless it has digits only, as numbers and dates do;
 * ideographs are words of their own. Words longer than 64 characters count by their beginning. A
 * word never holds any other ASCII character.
 */
public final class Words {

  private static final int MAX_QUERY_WORDS = 32;
  private static final int ESCAPE_DIGITS = 4;

  private Words() {}

  /** The words in the names and values of a JSON text. */
  public static Set<String> inJson(String json) {
    WordCollector words = new WordCollector(true);
    int length = json.length();
    for (int i = 0; i < length; i++) {
      char c = json.charAt(i);
      if (c != '\\' || ++i == length) {
        words.take(c);
      } else if (isUnicodeEscape(json, i)) {
        words.take((char) Integer.parseInt(json, i + 1, i + 1 + ESCAPE_DIGITS, 16));
        i += ESCAPE_DIGITS;
      } else {
        words.take(' ');
      }
    }
    return words.all();
  }

  /**
   * The words that a search asks for: null when it sets no condition, empty when it asks for
   * something that is no word and so is never found.
   */
  public static @Nullable List<String> inQuery(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    WordCollector words = new WordCollector(false);
    text.chars().forEach(c -> words.take((char) c));
    List<String> distinct = List.copyOf(words.all());
    if (distinct.size() > MAX_QUERY_WORDS) {
      throw new IllegalArgumentException("text has at most " + MAX_QUERY_WORDS + " words");
    }
    return distinct;
  }

  private static boolean isUnicodeEscape(String json, int at) {
    int end = at + 1 + ESCAPE_DIGITS;
    if (json.charAt(at) != 'u' || end > json.length()) {
      return false;
    }
    for (int i = at + 1; i < end; i++) {
      if (Character.digit(json.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
