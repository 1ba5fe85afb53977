package factory.integration.adapter.jsonschema;

import com.networknt.schema.regex.RegularExpression;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Limits how much regular expressions of a schema may read: matching can take for ever. */
final class MatchBudget {

  private static final ScopedValue<AtomicLong> LEFT = ScopedValue.newInstance();
  private static final long MOST_CHARACTERS = 10_000_000;

  private MatchBudget() {}

  /** The budget is used up. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("a pattern of the schema takes too much work", null, false, false);
    }
  }

  /** Runs a check; all patterns together read so many characters at most. */
  static <T> T limit(Supplier<T> check) {
    return ScopedValue.where(LEFT, new AtomicLong(MOST_CHARACTERS)).call(check::get);
  }

  /** An expression that keeps to the budget; matches a part, as JSON Schema says. */
  static RegularExpression expression(String regex) {
    try {
      Pattern pattern = Pattern.compile(regex);
      return text -> pattern.matcher(new CountedText(text)).find();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("the pattern " + regex + " is no regular expression", e);
    }
  }

  /** Text that counts how often it is read. */
  private record CountedText(String text) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (LEFT.isBound() && LEFT.get().decrementAndGet() < 0) {
        throw new Exhausted();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
