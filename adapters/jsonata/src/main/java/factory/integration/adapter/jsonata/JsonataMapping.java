package factory.integration.adapter.jsonata;

import com.dashjoin.jsonata.Jsonata;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Applies JSONata expressions on the caller's thread and stops each one at its limits. */
final class JsonataMapping implements JsonMapping {

  private static final int MOST_LEVELS = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
                  .build())
          .build();

  private final MappingLimits limits;
  private final InstantSource clock;
  private final Expressions expressions;

  JsonataMapping(MappingLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.expressions = new Expressions();
  }

  @Override
  public void check(String expression) {
    expressions.read(expression);
  }

  @Override
  public String apply(String expression, String inputJson) {
    Jsonata read = expressions.read(expression);
    Evaluation evaluation = new Evaluation(limits, clock);
    Object input = input(inputJson);
    return ResultWriter.write(evaluation.of(read, input), limits.size());
  }

  private @Nullable Object input(String json) {
    if (bytes(json) > limits.size()) {
      throw new MappingFailed(
          Kind.TOO_LARGE, "the mapping's input has more than " + limits.size() + " bytes");
    }
    try {
      return JSON.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw new MappingFailed(
          Kind.INVALID, "the mapping's input is no JSON: " + e.getOriginalMessage());
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
