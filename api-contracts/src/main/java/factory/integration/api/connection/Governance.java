package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connection may do.
 *
 * @param allowedOperations names of the client's operations; none: all of them
 * @param approvalRequired operations that a second person must approve, run by run
 * @param inputSchemas JSON Schemas as text, by operation, beside the one that the client has
 * @param quietHours when no calls are made
 * @param callsPerSecond most calls a second; absent: as many as the provider takes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Governance(
    List<String> allowedOperations,
    List<String> approvalRequired,
    Map<String, String> inputSchemas,
    @Nullable QuietHours quietHours,
    @Nullable Integer callsPerSecond) {

  /** Everything is allowed. */
  public static final Governance OPEN = new Governance(List.of(), List.of(), Map.of(), null, null);

  public Governance {
    allowedOperations = allowedOperations == null ? List.of() : List.copyOf(allowedOperations);
    approvalRequired = approvalRequired == null ? List.of() : List.copyOf(approvalRequired);
    inputSchemas =
        inputSchemas == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(inputSchemas));
    if (callsPerSecond != null && callsPerSecond < 1) {
      throw new IllegalArgumentException("callsPerSecond is at least 1, not " + callsPerSecond);
    }
  }

  public boolean allows(String operation) {
    return allowedOperations.isEmpty() || allowedOperations.contains(operation);
  }

  public boolean needsApproval(String operation) {
    return approvalRequired.contains(operation);
  }
}
