package factory.integration.gateway.apiclient;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a version should not be used any more. */
record Deprecation(@Schema(maxLength = 1024) @Nullable String reason) {}
