package factory.integration.gateway.apiimport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which operations of an OpenAPI document become an API client. */
@Schema(name = "ApiClientImport")
record ImportRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String providerId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Schema(description = "None: the version of the document.") @Nullable String version,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "The OpenAPI 3 document as text, JSON or YAML.")
        @Nullable String document,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Which operations to take, by operationId.",
            example = "[\"pulls/create\"]")
        @Nullable List<String> operationIds) {}
