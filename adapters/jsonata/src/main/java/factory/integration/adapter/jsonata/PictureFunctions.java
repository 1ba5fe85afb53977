package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import factory.integration.adapter.jsonata.GuardedFunction.Body;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Functions that read or write numbers and times by a picture. The library makes regular
 * expressions and paddings of pictures, so only those are taken whose cost is known.
 */
final class PictureFunctions {

  private static final int LONGEST = 128;

  private static final double MOST_AS_WORD = 1_000_000;

  private static final int MOST_DIGITS = 100;

  /** A width of three or more digits. */
  private static final Pattern WIDE = Pattern.compile("[,-]\\s*[0-9]{3}");

  /** Two parts of a time with nothing between them that ends the first. */
  private static final Pattern ADJACENT = Pattern.compile("\\][0-9A-Za-z+-]*\\[");

  private PictureFunctions() {}

  static Map<String, Body> all() {
    Map<String, Body> all = new HashMap<>();
    for (String name : List.of("formatNumber", "formatBase", "parseInteger", "fromMillis")) {
      all.put(name, checked(name));
    }
    all.put("formatInteger", formatInteger());
    all.put("toMillis", toMillis());
    all.put("round", round());
    all.put("now", now());
    all.put("millis", (_, _) -> Evaluation.current().clock().millis());
    return all;
  }

  private static Body checked(String name) {
    JFunction original = BuiltInFunctions.original(name);
    return (input, arguments) -> {
      checkPictures(arguments, 1);
      return original.call(input, arguments);
    };
  }

  /** Roman numerals are as long as their number is large. */
  private static Body formatInteger() {
    Body checked = checked("formatInteger");
    return (input, arguments) -> {
      if (arguments.get(0) instanceof Number number
          && Math.abs(number.doubleValue()) > MOST_AS_WORD
          && String.valueOf(arguments.get(1)).matches("(?i)[iaw].*")) {
        throw new IllegalArgumentException("$formatInteger writes up to 1000000 in that picture");
      }
      return checked.call(input, arguments);
    };
  }

  private static Body toMillis() {
    Body checked = checked("toMillis");
    return (input, arguments) -> {
      if (arguments.size() > 1
          && arguments.get(1) instanceof String picture
          && ADJACENT.matcher(picture).find()) {
        throw new IllegalArgumentException(
            "in the picture of $toMillis a space or mark must stand between two parts");
      }
      if (arguments.get(0) instanceof String time && time.length() > LONGEST) {
        throw new IllegalArgumentException("the time given to $toMillis is too long");
      }
      return checked.call(input, arguments);
    };
  }

  private static Body round() {
    JFunction original = BuiltInFunctions.original("round");
    return (input, arguments) -> {
      if (arguments.size() > 1
          && arguments.get(1) instanceof Number digits
          && Math.abs(digits.doubleValue()) > MOST_DIGITS) {
        throw new IllegalArgumentException("$round takes a precision from -100 to 100");
      }
      return original.call(input, arguments);
    };
  }

  /** The platform's time, in which tests can move. */
  private static Body now() {
    JFunction format = BuiltInFunctions.original("fromMillis");
    return (input, arguments) -> {
      checkPictures(arguments, 0);
      @Nullable Object[] all = new Object[arguments.size() + 1];
      all[0] = Evaluation.current().clock().millis();
      for (int i = 1; i < all.length; i++) {
        all[i] = arguments.get(i - 1);
      }
      return format.call(input, Arrays.asList(all));
    };
  }

  private static void checkPictures(List<@Nullable Object> arguments, int first) {
    for (Object argument : arguments.subList(Math.min(first, arguments.size()), arguments.size())) {
      if (argument instanceof String picture
          && (picture.length() > LONGEST || WIDE.matcher(picture).find())) {
        throw new IllegalArgumentException(
            "a picture has at most " + LONGEST + " characters and widths of two digits");
      }
    }
  }
}
