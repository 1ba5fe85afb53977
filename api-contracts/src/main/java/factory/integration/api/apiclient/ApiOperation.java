package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an API client can do. Paths, query values and header values are templates: {@code
 * {name}} stands for that field of the run's input.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param path follows the provider's base address; begins with a slash
 * @param query a parameter whose template names an absent field is left out
 * @param headers extra headers, never credentials; one whose field is absent is left out
 * @param inputSchema JSON Schema of the input, as JSON text
 * @param requestMapping JSONata from the input to the body; absent: no body
 * @param responseMapping JSONata from the answer to the run's result; absent: the answer itself
 * @param success statuses that count as success; none given: 200 to 299
 * @param successWhen JSONata on the answer that must give true as well
 * @param externalRef JSONata from the answer to the name by which the provider knows the result
 * @param idempotencyHeader header that makes a repeated call harmless; absent: there is none
 * @param timeoutSeconds total time of one call, 1 to 120
 * @param retriableStatuses answers worth another attempt; none given: 408, 425, 429 and 500 to 599
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ApiOperation(
    String name,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String inputSchema,
    @Nullable String requestMapping,
    @Nullable String responseMapping,
    List<StatusRange> success,
    @Nullable String successWhen,
    @Nullable String externalRef,
    @Nullable String idempotencyHeader,
    int timeoutSeconds,
    Set<Integer> retriableStatuses) {

  private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(408, 425, 429);

  public ApiOperation {
    query = copy(query);
    headers = copy(headers);
    success = success == null ? List.of() : List.copyOf(success);
    retriableStatuses =
        retriableStatuses == null
            ? Set.of()
            : Collections.unmodifiableSet(new TreeSet<>(retriableStatuses));
  }

  /** Whether that status counts as success; {@code successWhen} may still refuse the answer. */
  public boolean succeedsWith(int status) {
    return success.isEmpty()
        ? StatusRange.ANY_SUCCESS.includes(status)
        : success.stream().anyMatch(range -> range.includes(status));
  }

  /** Whether that status is worth another attempt. */
  public boolean retries(int status) {
    return retriableStatuses.isEmpty()
        ? status >= 500 || PASSING_CLIENT_ERRORS.contains(status)
        : retriableStatuses.contains(status);
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
