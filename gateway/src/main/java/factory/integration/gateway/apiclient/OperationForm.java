package factory.integration.gateway.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.StatusRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operation as it is sent and shown. */
@Schema(name = "ApiOperation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "OpenPullRequest")
        @Nullable String name,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"GET", "POST", "PUT", "PATCH", "DELETE"})
        @Nullable String method,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Follows the provider's base address; {name} is that field of the input.",
            example = "/repos/{owner}/{repo}/pulls")
        @Nullable String path,
    @Nullable Map<String, String> query,
    @Nullable Map<String, String> headers,
    @Schema(implementation = Object.class, description = "JSON Schema of the input.")
        @Nullable JsonNode inputSchema,
    @Schema(description = "JSONata from the input to the body.", example = "{\"title\": title}")
        @Nullable String requestMapping,
    @Schema(description = "JSONata from the answer to the result.")
        @Nullable String responseMapping,
    @Schema(description = "Statuses, such as 201 or 200-299; none: 200-299.", example = "[\"201\"]")
        @Nullable List<String> success,
    @Schema(description = "JSONata on the answer that must give true.")
        @Nullable String successWhen,
    @Schema(description = "JSONata from the answer to the result's name at the provider.")
        @Nullable String externalRef,
    @Schema(description = "Header that makes a repeated call harmless.")
        @Nullable String idempotencyHeader,
    @Schema(minimum = "1", maximum = "120", defaultValue = "30") @Nullable Integer timeoutSeconds,
    @Schema(description = "None: 408, 425, 429 and 500 to 599.")
        @Nullable List<Integer> retriableStatuses) {

  static OperationForm of(ApiOperation operation) {
    String schema = operation.inputSchema();
    return new OperationForm(
        operation.name(),
        operation.method(),
        operation.path(),
        operation.query(),
        operation.headers(),
        schema == null ? null : JsonMapper.shared().readTree(schema),
        operation.requestMapping(),
        operation.responseMapping(),
        operation.success().stream().map(StatusRange::toString).toList(),
        operation.successWhen(),
        operation.externalRef(),
        operation.idempotencyHeader(),
        operation.timeoutSeconds(),
        List.copyOf(new TreeSet<>(operation.retriableStatuses())));
  }
}
