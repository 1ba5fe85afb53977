package factory.integration.app.tracing;

import factory.integration.api.messaging.TraceParent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span that is over.
 *
 * @param parent span id of what led to it, or null for the first one
 * @param error what went wrong, or null
 */
record Step(
    String name,
    SpanKind kind,
    TraceParent at,
    @Nullable String parent,
    Instant start,
    Instant end,
    Attributes attributes,
    @Nullable String error) {}
