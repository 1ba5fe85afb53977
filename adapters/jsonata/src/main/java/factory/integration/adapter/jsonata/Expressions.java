package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads expressions, the latest ones once only. */
final class Expressions {

  private static final int MOST_KEPT = 500;

  /** Names under which the library looks up its hooks; an expression could switch them off. */
  private static final String HOOKS = "__evaluate";

  private final Map<String, Jsonata> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jsonata> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Jsonata read(String expression) {
    synchronized (latest) {
      Jsonata known = latest.get(expression);
      if (known != null) {
        return known;
      }
    }
    Jsonata read = parse(expression);
    synchronized (latest) {
      latest.put(expression, read);
    }
    return read;
  }

  private static Jsonata parse(String expression) {
    if (expression.length() > MappingLimits.EXPRESSION) {
      throw new MappingFailed(
          Kind.TOO_LARGE, "a mapping has at most " + MappingLimits.EXPRESSION + " characters");
    }
    if (expression.contains(HOOKS)) {
      throw new MappingFailed(Kind.INVALID, "a mapping must not use the name " + HOOKS);
    }
    try {
      Jsonata read = Jsonata.jsonata(expression);
      BuiltInFunctions.replaceIn(read);
      return read;
    } catch (JException e) {
      throw new MappingFailed(Kind.INVALID, Sentences.of(e));
    } catch (StackOverflowError e) {
      throw new MappingFailed(Kind.TOO_LARGE, "the mapping nests too deep");
    } catch (RuntimeException e) {
      throw new MappingFailed(Kind.INVALID, "the mapping is no JSONata: " + Sentences.of(e));
    }
  }
}
