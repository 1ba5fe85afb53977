package factory.integration.saga.oauth;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a token endpoint answers (RFC 6749, section 5); nothing of it is told to people. */
final class TokenReply {

  /** A request with a longer header is refused by most servers. */
  private static final int MAX_TOKEN = 16 * 1024;

  private static final long DEFAULT_LIFE_SECONDS = 300;
  private static final long MAX_LIFE_SECONDS = 366L * 24 * 3_600;
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

  private TokenReply() {}

  static IssuedToken read(TokenAnswer.Answered answer, Instant now) {
    JsonNode json = json(answer);
    if (answer.status() < 200 || answer.status() > 299) {
      throw refusal(answer.status(), json);
    }
    if (answer.truncated()) {
      throw new TokenRefused(true, "the token endpoint answered more than 64 KiB");
    }
    String token = text(json, "access_token");
    if (token == null) {
      throw new TokenRefused(true, "the token endpoint answered without a usable access_token");
    }
    String type = json.path("token_type").asString("bearer");
    if (!type.equalsIgnoreCase("bearer")) {
      throw new TokenRefused(false, "the token endpoint gave a token that is no bearer token");
    }
    return new IssuedToken(token, now, now.plusSeconds(life(json)), text(json, "refresh_token"));
  }

  private static JsonNode json(TokenAnswer.Answered answer) {
    try {
      return JsonMapper.shared().readTree(answer.truncated() ? new byte[0] : answer.body());
    } catch (JacksonException noJson) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static TokenRefused refusal(int status, JsonNode json) {
    String code = json.path("error").asString("");
    String said = ERROR_CODE.matcher(code).matches() ? " (" + code + ")" : "";
    boolean passing = status >= 500 || PASSING.contains(status);
    return new TokenRefused(passing, "the token endpoint answered " + status + said);
  }

  private static @Nullable String text(JsonNode json, String field) {
    String text = json.path(field).asString("");
    return text.length() <= MAX_TOKEN && TOKEN.matcher(text).matches() ? text : null;
  }

  private static long life(JsonNode json) {
    long seconds = json.path("expires_in").asLong(DEFAULT_LIFE_SECONDS);
    return Math.clamp(seconds, 1, MAX_LIFE_SECONDS);
  }
}
