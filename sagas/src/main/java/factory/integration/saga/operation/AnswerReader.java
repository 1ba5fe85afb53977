package factory.integration.saga.operation;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says what an answer means for an operation. */
public final class AnswerReader {

  private static final String NOTHING = "null";

  private final JsonMapping mapping;

  public AnswerReader(JsonMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * What an answer means.
   *
   * @param success by its status and by {@code successWhen}
   * @param retriable whether another attempt may help; false after a success
   * @param externalRef how the provider names the result; absent where nothing says so
   * @param detail one sentence about a failure, or about a mapping that failed; else empty
   */
  public record ReadAnswer(
      boolean success, boolean retriable, @Nullable String externalRef, String detail) {}

  /** Reads an answer; never throws, whatever the answer and the expressions are. */
  public ReadAnswer read(ApiOperation operation, int status, @Nullable String body) {
    if (!operation.succeedsWith(status)) {
      return new ReadAnswer(
          false, operation.retries(status), null, "the provider answered " + status);
    }
    String json = json(body);
    try {
      String condition = operation.successWhen();
      if (condition != null && !mapping.apply(condition, json).equals("true")) {
        return new ReadAnswer(
            false, false, null, "the provider answered " + status + ", but not " + condition);
      }
    } catch (MappingFailed e) {
      return new ReadAnswer(false, false, null, "successWhen: " + e.getMessage());
    }
    return named(operation, json);
  }

  /** The call has had its effect, so that a name that can't be found makes no failure. */
  private ReadAnswer named(ApiOperation operation, String json) {
    if (operation.externalRef() == null) {
      return new ReadAnswer(true, false, null, "");
    }
    try {
      String name = mapping.apply(operation.externalRef(), json);
      return new ReadAnswer(true, false, name.equals(NOTHING) ? null : text(name), "");
    } catch (MappingFailed e) {
      return new ReadAnswer(true, false, null, "externalRef: " + e.getMessage());
    }
  }

  /**
   * The result of the run: the answer as the operation maps it.
   *
   * @throws MappingFailed when the mapping fails
   */
  public String result(ApiOperation operation, @Nullable String body) {
    String json = json(body);
    return operation.responseMapping() == null
        ? json
        : mapping.apply(operation.responseMapping(), json);
  }

  /** The body, or a JSON string of it where it is no JSON. */
  private static String json(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return NOTHING;
    }
    try {
      JsonMapper.shared().readTree(body);
      return body;
    } catch (JacksonException e) {
      return JsonMapper.shared().writeValueAsString(body);
    }
  }

  private static String text(String json) {
    return json.startsWith("\"") ? JsonMapper.shared().readValue(json, String.class) : json;
  }
}
