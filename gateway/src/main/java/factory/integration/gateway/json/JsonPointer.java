package factory.integration.gateway.json;

import static tools.jackson.core.JsonToken.END_ARRAY;
import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_ARRAY;
import static tools.jackson.core.JsonToken.START_OBJECT;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901) that finds values as they are spelled, character by character. */
public final class JsonPointer {

  private final List<String> steps;

  private JsonPointer(List<String> steps) {
    this.steps = steps;
  }

  /** Reads a pointer; refuses what is none. */
  public static JsonPointer parse(String pointer) {
    if (pointer.isEmpty()) {
      return new JsonPointer(List.of());
    }
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException("must be a JSON pointer such as /data/id, or empty");
    }
    return new JsonPointer(
        Arrays.stream(pointer.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The value's spelling; null when there is none. */
  public @Nullable String find(byte[] json) {
    try (StrictTokens tokens = StrictTokens.of(json)) {
      tokens.next();
      for (String step : steps) {
        if (!descend(tokens, step)) {
          return null;
        }
      }
      return tokens.spelling();
    }
  }

  private static boolean descend(StrictTokens tokens, String step) {
    if (tokens.is(START_OBJECT)) {
      return toField(tokens, step);
    }
    return tokens.is(START_ARRAY) && toItem(tokens, step);
  }

  private static boolean toField(StrictTokens tokens, String name) {
    while (tokens.next() != END_OBJECT) {
      boolean found = tokens.string().equals(name);
      tokens.next();
      if (found) {
        return true;
      }
      tokens.skip();
    }
    return false;
  }

  private static boolean toItem(StrictTokens tokens, String index) {
    for (int i = 0; tokens.next() != END_ARRAY; i++) {
      if (index.equals(Integer.toString(i))) {
        return true;
      }
      tokens.skip();
    }
    return false;
  }
}
