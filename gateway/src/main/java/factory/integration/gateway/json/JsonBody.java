package factory.integration.gateway.json;

import static tools.jackson.core.JsonToken.START_OBJECT;

import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A body that was read strictly and is a JSON object; its bytes stay what they are. */
public record JsonBody(byte[] bytes, String text) {

  /** Refuses what is no JSON object, or stretches JSON's rules. */
  public static JsonBody read(byte[] bytes) {
    try (StrictTokens tokens = StrictTokens.of(bytes)) {
      if (tokens.next() != START_OBJECT) {
        throw RequestRefused.unreadable("the body must be a JSON object");
      }
      tokens.skip();
      tokens.end();
    }
    return new JsonBody(bytes, new String(bytes, StandardCharsets.UTF_8));
  }

  /** The text, number or truth value there; null when there is none. */
  public @Nullable String scalar(JsonPointer pointer) {
    String spelling = pointer.find(bytes);
    return spelling == null ? null : scalar(spelling);
  }

  /** What a value says, without quotes; null when it is no text, number or truth value. */
  public static @Nullable String scalar(String spelling) {
    return switch (spelling.charAt(0)) {
      case '"' -> JsonMapper.shared().readValue(spelling, String.class);
      case '{', '[', 'n' -> null;
      default -> spelling;
    };
  }
}
