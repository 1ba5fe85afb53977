package factory.integration.gateway.run;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** For the API description only: how a run is asked for. The parser keeps the input as it came. */
@Schema(
    name = "RunRequest",
    description = "An operation of a connection, and what it is run with.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record RunBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String connectionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CreateIssue") String operation,
    @Schema(description = "What the operation's request is made of; absent: an empty object.")
        Map<String, Object> input,
    @Schema(
            maxLength = 256,
            description = "The same key of the same connection again stands for the same run.")
        String idempotencyKey,
    @Schema(maxLength = 128) String projectId,
    @Schema(maxLength = 128) String moduleId) {}
