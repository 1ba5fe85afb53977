package factory.integration.gateway.connection;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a connection is ended. */
record Retirement(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 1024)
        @Nullable String reason) {}
